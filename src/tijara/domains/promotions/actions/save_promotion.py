"""Write a promotion down: a seller for his goods, staff for the market."""

from dataclasses import asdict
from uuid import UUID

from django.db import IntegrityError, transaction

from tijara.domains.groups.queries import groups_for_shops, groups_in
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID, new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import NotAllowed, action
from tijara.platform.outbox.recorder import record

from ..events import PromotionTurned
from ..models import Code, PromotionRow
from ..queries import forget_promotions
from ..rules import draft_faults, tidy_code
from ..shapes import PromotionDraft, PromotionState

MOST_ON = 100


class PromotionInvalid(Invalid):
    code = "promotions.invalid"


class CodeTaken(Refusal):
    """Another promotion of this market has this code."""

    code = "promotions.code_taken"


class TooManyPromotions(Refusal):
    """A shop has at most a hundred that are not over."""

    code = "promotions.too_many"


@action(power=Power.PROMOTIONS_MANAGE)
def save_promotion(*, actor: Actor, owner_id: UUID, draft: PromotionDraft) -> UUID:
    """Its id. It holds from its day on; its terms never change after that."""
    if owner_id != OPERATOR_ID and draft.terms.market_bp:
        raise NotAllowed(power=str(Power.PROMOTIONS_MANAGE))
    code = tidy_code(draft.code) if draft.code else ""
    faults = draft_faults(draft)
    if draft.code and not code:
        faults["code"] = "code_unreadable"
    if group_id := draft.terms.group_id:
        faults |= _group_fault(owner_id, draft.market_id, group_id)
    if draft.ends_at is not None and draft.ends_at <= now():
        faults["ends_on"] = "in_the_past"
    if faults:
        raise PromotionInvalid(faults)
    mine = PromotionRow.objects.filter(owner_id=owner_id).exclude(state=PromotionState.ENDED)
    if mine.count() >= MOST_ON:
        raise TooManyPromotions()
    promotion_id = new_id()
    if code:
        _take_code(draft.market_id, code, owner_id, promotion_id)
    PromotionRow.objects.create(
        owner_id=owner_id,
        id=promotion_id,
        market_id=draft.market_id,
        state=PromotionState.ACTIVE,
        name_ar=draft.name_ar,
        name_en=draft.name_en,
        name_fr=draft.name_fr,
        code=code,
        terms=asdict(draft.terms),
        starts_at=draft.starts_at,
        ends_at=draft.ends_at,
        priority=draft.priority,
        is_combinable=draft.is_combinable,
        most_uses=draft.limits.most_uses,
        most_each=draft.limits.most_each,
        budget_minor=draft.limits.budget_minor,
        is_shown=draft.starts_at <= now(),
    )
    record(owner_id, PromotionTurned(owner_id, promotion_id, draft.market_id))
    forget_promotions()
    return promotion_id


def _group_fault(owner_id: UUID, market_id: UUID, group_id: UUID) -> dict[str, str]:
    """A shop may use what the market has opened to shops."""
    known = groups_in(market_id) if owner_id == OPERATOR_ID else groups_for_shops(market_id)
    return {} if any(one.id == group_id for one in known) else {"group": "unknown"}


def _take_code(market_id: UUID, code: str, owner_id: UUID, promotion_id: UUID) -> None:
    """Of two that want one code the first has it, until its promotion has ended."""
    try:
        with transaction.atomic():
            Code.objects.create(
                key=f"{market_id}:{code}", owner_id=owner_id, promotion_id=promotion_id
            )
    except IntegrityError:
        raise CodeTaken(promo=code) from None
