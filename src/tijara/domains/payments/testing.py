"""Makers of charges for tests."""

from datetime import timedelta
from uuid import UUID

from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id, new_number
from tijara.kit.money import Money

from .actions import open_charge
from .queries import charge_of_checkout
from .shapes import ChargePart, ChargeToOpen, ChargeView, PaymentMethod, RefundToOpen


def make_charge(
    buyer_id: UUID | None = None, *amounts_minor: int, currency: str = "SAR", **changes
) -> ChargeView:
    """An open card charge with a part for each amount; anything can be changed."""
    owner = buyer_id or new_id()
    parts = tuple(
        ChargePart(new_id(), new_id(), new_number(), amount) for amount in amounts_minor or (34900,)
    )
    given = {
        "checkout_id": new_id(),
        "market_id": new_id(),
        "method": PaymentMethod.CARD,
        "amount": Money(sum(part.amount_minor for part in parts), currency),
        "parts": parts,
        "due_at": now() + timedelta(hours=1),
        "language": "ar",
        "recipient": "noura@example.com",
    }
    draft = ChargeToOpen(**(given | changes))
    open_charge(actor=SYSTEM, buyer_id=owner, charge=draft)
    made = charge_of_checkout(owner, draft.checkout_id)
    assert made is not None
    return made


def refund_of(charge: ChargeView, part: int = 0, **changes) -> RefundToOpen:
    """The refund of one part of a charge."""
    share = charge.parts[part]
    given = {
        "charge_id": charge.id,
        "seller_id": share.seller_id,
        "order_id": share.order_id,
        "number": share.number,
        "method": charge.method,
        "amount": Money(share.amount_minor, charge.amount.currency),
        "reason": "cancelled",
    }
    return RefundToOpen(**(given | changes))
