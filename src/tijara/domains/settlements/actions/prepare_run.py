"""Staff put together what a market owes its sellers, for somebody else to approve."""

from datetime import date
from uuid import UUID

from django.db.models import Max

from tijara.domains.markets.queries import market_by_id, zone_of
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.parties.queries import all_sellers
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import action
from tijara.platform.locks import one_at_a_time

from ..models import BankAccount, PayoutRun, PayoutTransfer
from ..queries import payable_of, reserve_terms_of
from ..rules import is_iban, tidy_iban
from ..shapes import RunState
from .keep_reserve import keep_reserve


class RunInvalid(Invalid):
    code = "settlements.run_invalid"


class MarketHasNoBank(Refusal):
    """The market has not said from which account it pays."""

    code = "settlements.market_has_no_bank"


class RunIsPrepared(Refusal):
    """Another one of this market waits for its approval."""

    code = "settlements.run_is_prepared"


class NobodyToPay(Refusal):
    """No active seller with a bank account is owed anything."""

    code = "settlements.nobody_to_pay"


@action(power=Power.PAYOUTS_RECORD)
def prepare_run(
    *, actor: Actor, run_id: UUID, market_id: UUID, pay_on: date, least_minor: int = 1
) -> None:
    """All that each active seller with a bank account is owed now, where it is at least so much.
    Asked again with the same id it is nothing new. Nothing is booked before the approval."""
    market = market_by_id(market_id)
    one_at_a_time(f"settlements.runs:{market.id}")
    if PayoutRun.objects.filter(id=run_id, market_id=market.id).exists():
        return
    if pay_on < now().astimezone(zone_of(market.country)).date():
        raise RunInvalid({"pay_on": "in_the_past"})
    iban = tidy_iban(market.bank_iban)
    if not market.bank_holder or not is_iban(iban):
        raise MarketHasNoBank()
    earlier = PayoutRun.objects.filter(market_id=market.id)
    if earlier.filter(state=RunState.PREPARED).exists():
        raise RunIsPrepared()
    transfers = _owed(run_id, market, max(least_minor, 1))
    if not transfers:
        raise NobodyToPay()
    number = (earlier.aggregate(last=Max("number"))["last"] or 0) + 1
    PayoutRun.objects.create(
        id=run_id,
        market_id=market.id,
        number=number,
        code=f"{market.slug[:20].upper()}-{number:06d}",
        currency=market.currency,
        pay_on=pay_on,
        holder=market.bank_holder,
        iban=iban,
        prepared_by=actor.person_id,
    )
    PayoutTransfer.objects.bulk_create(transfers)


def _owed(run_id: UUID, market: MarketPolicy, least_minor: int) -> list[PayoutTransfer]:
    ids = [one.id for one in all_sellers() if one.market_id == market.id and one.is_active]
    for seller_id in sorted(reserve_terms_of(ids)):
        keep_reserve(actor=SYSTEM, seller_id=seller_id)
    owed = payable_of(ids)
    accounts = BankAccount.objects.filter(seller_id__in=ids)
    return [
        PayoutTransfer(
            seller_id=account.seller_id,
            run_id=run_id,
            currency=market.currency,
            amount_minor=owed[account.seller_id],
            holder=account.holder,
            masked=account.masked,
            iban_sealed=account.iban_sealed,
        )
        for account in accounts
        if owed.get(account.seller_id, 0) >= least_minor
    ]
