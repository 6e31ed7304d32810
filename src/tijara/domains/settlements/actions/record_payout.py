"""Staff have paid a seller by bank: write it down and post it."""

from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.domains.markets.queries import country_profile, market_by_id
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.parties.queries import seller_terms
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import PayoutRecorded
from ..models import BankAccount, Payout
from ..queries import payable
from .keep_reserve import keep_reserve

SHORTEST, LONGEST = 3, 60


class PayoutInvalid(Invalid):
    code = "settlements.payout_invalid"


class NoBankAccount(Refusal):
    """The seller has not said where he is paid to."""

    code = "settlements.no_bank_account"


class MoreThanOwed(Refusal):
    """He is owed less than this by now."""

    code = "settlements.more_than_owed"


class PayoutKnown(Refusal):
    """A payout with this bank reference was recorded for him before."""

    code = "settlements.payout_known"


class SellerUnknown(Refusal):
    code = "settlements.seller_unknown"
    kind = Kind.MISSING


@action(power=Power.PAYOUTS_RECORD)
def record_payout(
    *, actor: Actor, seller_id: UUID, amount: Money, bank_reference: str, paid_on: date
) -> UUID:
    """Never more than he is owed. His bank account's row is locked until the commit, so that of two
    payouts at once the second sees what the first has left."""
    bank_reference = strip_controls(bank_reference)
    terms = seller_terms([seller_id]).get(seller_id)
    if terms is None:
        raise SellerUnknown()
    if faults := _faults(market_by_id(terms.market_id), amount, bank_reference, paid_on):
        raise PayoutInvalid(faults)
    bank = BankAccount.objects.select_for_update(no_key=True).filter(seller_id=seller_id).first()
    if bank is None:
        raise NoBankAccount()
    if Payout.objects.filter(seller_id=seller_id, bank_reference=bank_reference).exists():
        raise PayoutKnown(bank_reference=bank_reference)
    keep_reserve(actor=SYSTEM, seller_id=seller_id)
    owed = payable(seller_id)
    if owed < amount:
        raise MoreThanOwed(owed=owed.to_decimal_string())
    payout = Payout.objects.create(
        seller_id=seller_id,
        currency=amount.currency,
        amount_minor=amount.minor,
        bank_reference=bank_reference,
        paid_on=paid_on,
        holder=bank.holder,
        masked=bank.masked,
        person_id=actor.person_id,
    )
    _post(payout)
    return payout.id


def _faults(
    market: MarketPolicy, amount: Money, bank_reference: str, paid_on: date
) -> dict[str, str]:
    faults = {}
    if amount.minor <= 0 or amount.currency != market.currency:
        faults["amount"] = "not_an_amount"
    if not SHORTEST <= len(bank_reference) <= LONGEST:
        faults["bank_reference"] = "too_long" if len(bank_reference) > LONGEST else "required"
    today = now().astimezone(ZoneInfo(country_profile(market.country).time_zone)).date()
    if paid_on > today:
        faults["paid_on"] = "in_the_future"
    return faults


def _post(payout: Payout) -> None:
    post_journal(
        actor=SYSTEM,
        seller_id=payout.seller_id,
        kind="payout",
        reference_id=payout.id,
        currency=payout.currency,
        transfers=[Transfer(Account.SELLER_PAYABLE, Account.BANK, payout.amount_minor)],
    )
    fact = PayoutRecorded(payout.seller_id, payout.id, payout.amount_minor, payout.currency)
    record(payout.seller_id, fact)
