"""Makers for tests."""

from datetime import datetime, timedelta
from uuid import UUID

from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID, new_id

from .actions import save_promotion
from .queries import promotion
from .shapes import Limits, Promotion, PromotionDraft, PromotionKind, PromotionState, Terms


def make_promotion(
    market_id: UUID,
    owner_id: UUID = OPERATOR_ID,
    kind: PromotionKind = PromotionKind.PERCENT,
    **given,
) -> Promotion:
    """One that holds since yesterday. `given`: of the draft, of its terms, of its limits."""
    terms, limits, draft = _parted(given)
    if owner_id == OPERATOR_ID:
        terms.setdefault("market_bp", 10_000)
    if kind is PromotionKind.PERCENT:
        terms.setdefault("bp", 1000)
    told = {"name_ar": "تخفيض", "name_en": "Sale", "starts_at": now() - timedelta(days=1)}
    id = save_promotion(
        actor=SYSTEM,
        owner_id=owner_id,
        draft=PromotionDraft(
            market_id=market_id, terms=Terms(kind, **terms), limits=Limits(**limits), **told | draft
        ),
    )
    made = promotion(owner_id, id)
    assert made is not None
    return made


def plain_promotion(
    market_id: UUID, owner_id: UUID, terms: Terms, at: datetime, **given
) -> Promotion:
    """One for the rules, which no table knows."""
    _, limits, told = _parted(given)
    values = {
        "owner_id": owner_id,
        "id": new_id(),
        "market_id": market_id,
        "state": PromotionState.ACTIVE,
        "name_ar": "تخفيض",
        "name_en": "",
        "name_fr": "",
        "code": "",
        "starts_at": at - timedelta(days=1),
        "ends_at": None,
        "priority": 0,
        "is_combinable": True,
        "uses": 0,
        "spent_minor": 0,
    }
    return Promotion(terms=terms, limits=Limits(**limits), **values | told)


def _parted(given: dict) -> tuple[dict, dict, dict]:
    fields = Terms.__dataclass_fields__, Limits.__dataclass_fields__
    terms = {name: value for name, value in given.items() if name in fields[0]}
    limits = {name: value for name, value in given.items() if name in fields[1]}
    rest = {name: value for name, value in given.items() if name not in terms | limits}
    return terms, limits, rest
