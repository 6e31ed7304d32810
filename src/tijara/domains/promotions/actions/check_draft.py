"""Can this be written down as a promotion? A new one and a changed one are asked the same."""

from uuid import UUID

from tijara.domains.groups.queries import groups_for_shops, groups_in
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import NotAllowed, action

from ..rules import draft_faults, tidy_code
from ..shapes import PromotionDraft


class PromotionInvalid(Invalid):
    code = "promotions.invalid"


@action(power=Power.SYSTEM)
def check_draft(*, actor: Actor, owner_id: UUID, draft: PromotionDraft) -> str:
    """Its code as it is spelt here; "" where it holds by itself."""
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
    return code


def _group_fault(owner_id: UUID, market_id: UUID, group_id: UUID) -> dict[str, str]:
    """A shop may use what the market has opened to shops."""
    known = groups_in(market_id) if owner_id == OPERATOR_ID else groups_for_shops(market_id)
    return {} if any(one.id == group_id for one in known) else {"group": "unknown"}
