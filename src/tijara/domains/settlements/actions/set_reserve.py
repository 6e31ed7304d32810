"""Say what a market keeps back of its sellers' money: of all, or of one."""

from uuid import UUID

from tijara.domains.parties.queries import markets_of
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.locks import one_at_a_time

from ..models import ReserveTermsRow
from ..rules import terms_faults
from ..shapes import ReserveTerms
from .record_payout import SellerUnknown


class ReserveInvalid(Invalid):
    code = "settlements.reserve_invalid"


@action(power=Power.PAYOUTS_RECORD)
def set_reserve(
    *, actor: Actor, market_id: UUID, seller_id: UUID | None, terms: ReserveTerms | None
) -> None:
    """None ends them: nothing more is kept back by them, and what lies there goes back on its day;
    the fixed part at once. They hold for what becomes payable from now on."""
    one_at_a_time(f"settlements.reserve_terms:{market_id}")
    if seller_id is not None and markets_of([seller_id]).get(seller_id) != market_id:
        raise SellerUnknown()
    rows = ReserveTermsRow.objects.filter(market_id=market_id, seller_id=seller_id)
    if terms is None:
        rows.delete()
        return
    told = (terms.rate_bp, terms.days, terms.fixed_minor, terms.newcomer_days)
    if faults := terms_faults(*told):
        raise ReserveInvalid(faults)
    given = dict(zip(("rate_bp", "days", "fixed_minor", "newcomer_days"), told, strict=True))
    if not rows.update(**given):
        ReserveTermsRow.objects.create(
            market_id=market_id, seller_id=seller_id, since=now(), **given
        )
