"""Write down that an order's money goes back to its buyer, the way it came."""

from uuid import UUID

from django.db.models import Sum

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..models import Attempt, Charge, Refund
from ..shapes import PaymentMethod, RefundToOpen
from ..states import REFUND


class MoreThanPaid(Refusal):
    """With it, more would go back of this payment than has come in."""

    code = "payments.more_than_paid"


@action(power=Power.SYSTEM)
def open_refund(*, actor: Actor, buyer_id: UUID, refund: RefundToOpen) -> UUID:
    """The refund's id; the same order (or reference) again is answered with the refund that stands.

    An order may have any number of them, never for more than was paid: the charge is locked until
    the commit, so that of two at once the second sees the first. A card's money is given back by a
    job; staff give back transfers and cash, and write it down.
    """
    once = f"order:{refund.seller_id.hex}:{(refund.reference_id or refund.order_id).hex}"
    known = Refund.objects.filter(buyer_id=buyer_id, once=once)
    if refund.charge_id:
        Charge.objects.select_for_update(no_key=True).filter(
            buyer_id=buyer_id, id=refund.charge_id
        ).first()
    if there := known.values_list("id", flat=True).first():
        return there
    _check_left(buyer_id, refund)
    attempt_id = None
    if refund.method == PaymentMethod.CARD:
        paid = Attempt.objects.filter(buyer_id=buyer_id, charge_id=refund.charge_id, state="paid")
        attempt_id = paid.values_list("id", flat=True).first()
    row = Refund(
        buyer_id=buyer_id,
        once=once,
        charge_id=refund.charge_id,
        attempt_id=attempt_id,
        seller_id=refund.seller_id,
        order_id=refund.order_id,
        number=refund.number,
        method=refund.method,
        state=REFUND.start,
        currency=refund.amount.currency,
        amount_minor=refund.amount.minor,
        reason=refund.reason,
        needs_staff=attempt_id is None,
    )
    Refund.objects.bulk_create([row], ignore_conflicts=True)
    return known.values_list("id", flat=True).get()


def _check_left(buyer_id: UUID, refund: RefundToOpen) -> None:
    """Cash has no charge: what its order was paid bounds it, above."""
    paid = Charge.objects.filter(buyer_id=buyer_id, id=refund.charge_id)
    came = paid.values_list("amount_minor", flat=True).first()
    others = Refund.objects.filter(
        buyer_id=buyer_id, charge_id=refund.charge_id, order_id__isnull=False
    )
    going = others.aggregate(sum=Sum("amount_minor"))["sum"] or 0
    if came is not None and going + refund.amount.minor > came:
        raise MoreThanPaid(number=refund.number)
