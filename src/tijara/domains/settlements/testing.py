"""Makers of sellers who are owed something, for tests of the faces."""

from datetime import date
from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.domains.markets.queries import market_by_id, zone_of
from tijara.domains.markets.testing import make_market
from tijara.domains.parties.queries import markets_of
from tijara.domains.returns.testing import make_paid_order
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.powers import STAFF_POWERS

from .actions import (
    decide_run,
    keep_bank_account,
    order_transfers,
    prepare_run,
    record_payout,
)

IBAN = "SA03 8000 0000 6080 1016 7519"
MARKET_IBAN = "SA44 2000 0001 2345 6789 1234"


def make_owed_seller(seller_id: UUID | None = None, **given) -> UUID:
    """He has delivered an order that was paid by card, is owed 223.55, and has a bank account."""
    order = make_paid_order(seller_id=seller_id, **given)
    keep_bank_account(actor=SYSTEM, seller_id=order.seller_id, holder="مؤسسة بيت النحّاس", iban=IBAN)
    return order.seller_id


def pay_out(seller_id: UUID, minor: int = 10000, reference: str = "FT26329", **given) -> UUID:
    told = {"actor": SYSTEM, "bank_reference": reference, "paid_on": now().date()} | given
    return record_payout(seller_id=seller_id, amount=Money(minor, "SAR"), **told)


def owe_us(seller_id: UUID, minor: int) -> None:
    """As a refund does that comes after his payout."""
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind="return_refunded",
        reference_id=new_id(),
        currency="SAR",
        transfers=[Transfer(Account.SELLER_PAYABLE, Account.BUYER_REFUNDABLE, minor)],
    )


def make_staff() -> Actor:
    """One of them, another each time."""
    return Actor(ActorKind.STAFF, new_id(), powers=STAFF_POWERS)


def bank_day(seller_id: UUID) -> date:
    """Today, where his market is."""
    country = market_by_id(markets_of([seller_id])[seller_id]).country
    return now().astimezone(zone_of(country)).date()


def make_run(seller_id: UUID, *, is_approved: bool = True) -> UUID:
    """A run of the seller's market that has a bank account, ordered if it was approved."""
    market = market_by_id(markets_of([seller_id])[seller_id])
    make_market(market.slug, bank_name="الراجحي", bank_holder="سوق عكاظ", bank_iban=MARKET_IBAN)
    run_id = new_id()
    day = bank_day(seller_id)
    prepare_run(actor=make_staff(), run_id=run_id, market_id=market.id, pay_on=day)
    if is_approved:
        decide_run(actor=make_staff(), run_id=run_id, is_approved=True)
        while order_transfers(actor=SYSTEM):
            pass
    return run_id
