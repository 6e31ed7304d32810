"""A seller who owed us has paid: write it down as our bank shows it, and post it."""

from datetime import date
from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.domains.markets.queries import market_by_id, zone_of
from tijara.domains.parties.queries import markets_of
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import action
from tijara.platform.locks import one_at_a_time

from ..models import Repayment
from ..queries import owed_by
from .keep_reserve import keep_reserve
from .record_payout import LONGEST, SHORTEST, SellerUnknown


class RepaymentInvalid(Invalid):
    code = "settlements.repayment_invalid"


class RepaymentKnown(Refusal):
    """A transfer of his with this bank reference was written down before."""

    code = "settlements.repayment_known"


@action(power=Power.PAYOUTS_RECORD)
def record_repayment(
    *, actor: Actor, seller_id: UUID, amount: Money, bank_reference: str, paid_on: date
) -> UUID:
    """Never more than he owes: what is beyond that is his bank's mistake, and goes back by it. A
    demand of which nothing is left ends by itself."""
    one_at_a_time(f"settlements.reserve:{seller_id}")
    home = markets_of([seller_id]).get(seller_id)
    if home is None:
        raise SellerUnknown()
    reference, owed, faults = strip_controls(bank_reference), owed_by(seller_id), {}
    if amount.currency != owed.currency or not 0 < amount.minor <= owed.minor:
        faults["amount"] = "more_than_owed"
    if not SHORTEST <= len(reference) <= LONGEST:
        faults["bank_reference"] = "too_long" if len(reference) > LONGEST else "required"
    if paid_on > now().astimezone(zone_of(market_by_id(home).country)).date():
        faults["paid_on"] = "in_the_future"
    if Repayment.objects.filter(seller_id=seller_id, bank_reference=reference).exists():
        raise RepaymentKnown(bank_reference=reference)
    if faults:
        raise RepaymentInvalid(faults)
    made = Repayment.objects.create(
        seller_id=seller_id,
        currency=amount.currency,
        amount_minor=amount.minor,
        bank_reference=reference,
        paid_on=paid_on,
        person_id=actor.person_id,
    )
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind="seller_repaid",
        reference_id=made.id,
        currency=amount.currency,
        transfers=[Transfer(Account.BANK, Account.SELLER_PAYABLE, amount.minor)],
    )
    keep_reserve(actor=SYSTEM, seller_id=seller_id)
    return made.id
