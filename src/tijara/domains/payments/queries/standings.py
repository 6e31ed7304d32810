"""What stands with money that is waited for, of many checkouts at once."""

from collections.abc import Collection, Sequence
from uuid import UUID

from django.db import connection

from tijara.kit.clock import now

from ..models import Charge
from ..shapes import ChargeState, ChargeView, PayStanding, Purpose, ReceiptState, WaitingCharge
from .charges import CHARGE, views_of

STANDS = """
    SELECT c.buyer_id, c.checkout_id, c.state = 'paid',
           (SELECT r.state FROM payments_receipt r
            WHERE r.buyer_id = c.buyer_id AND r.charge_id = c.id
            ORDER BY r.uploaded_at DESC LIMIT 1),
           EXISTS (SELECT FROM payments_attempt a
                   WHERE a.buyer_id = c.buyer_id AND a.charge_id = c.id
                     AND a.state IN ('asked', 'open') AND a.last_error <> '')
    FROM payments_charge c
    WHERE c.buyer_id = ANY(%s) AND c.checkout_id = ANY(%s)
"""


def pay_standings(keys: Collection[tuple[UUID, UUID]]) -> dict[UUID, PayStanding]:
    """By checkout, for (buyer id, checkout id): one statement, none for none. Which has no charge
    is left out."""
    if not keys:
        return {}
    wanted = set(keys)
    asked = [list({buyer for buyer, _ in wanted}), list({id for _, id in wanted})]
    with connection.cursor() as cursor:
        cursor.execute(STANDS, asked)
        return {
            checkout_id: _standing(*told)
            for buyer_id, checkout_id, *told in cursor.fetchall()
            if (buyer_id, checkout_id) in wanted
        }


def waiting_charges(buyer_ids: Sequence[UUID]) -> list[WaitingCharge]:
    """The orders that this buyer has not paid yet and still can, under all ids that he has had; the
    newest first."""
    rows = Charge.objects.filter(
        buyer_id__in=buyer_ids,
        purpose=Purpose.ORDERS,
        state=ChargeState.OPEN,
        due_at__gt=now(),
    ).order_by("-opened_at")
    found: list[ChargeView] = views_of(rows.values_list(*CHARGE))
    standings = pay_standings([(one.buyer_id, one.checkout_id) for one in found])
    return [
        WaitingCharge(one, standings[one.checkout_id])
        for one in found
        if one.checkout_id in standings
    ]


def _standing(is_paid: bool, receipt: str | None, is_unheard: bool) -> PayStanding:
    if is_paid:
        return PayStanding.ARRIVING
    if receipt == ReceiptState.WAITING:
        return PayStanding.CHECKING
    return PayStanding.ASKING if is_unheard else PayStanding.PAY
