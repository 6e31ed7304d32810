"""Makers of sellers who are owed something, for tests of the faces."""

from uuid import UUID

from tijara.domains.returns.testing import make_paid_order
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.money import Money

from .actions import keep_bank_account, record_payout

IBAN = "SA03 8000 0000 6080 1016 7519"


def make_owed_seller(seller_id: UUID | None = None, **given) -> UUID:
    """He has delivered an order that was paid by card, is owed 223.55, and has a bank account."""
    order = make_paid_order(seller_id=seller_id, **given)
    keep_bank_account(actor=SYSTEM, seller_id=order.seller_id, holder="مؤسسة بيت النحّاس", iban=IBAN)
    return order.seller_id


def pay_out(seller_id: UUID, minor: int = 10000, reference: str = "FT26329", **given) -> UUID:
    told = {"actor": SYSTEM, "bank_reference": reference, "paid_on": now().date()} | given
    return record_payout(seller_id=seller_id, amount=Money(minor, "SAR"), **told)
