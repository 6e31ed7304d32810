"""What gateways have collected, for who looks into their reports."""

from collections.abc import Iterable
from uuid import UUID

from tijara.kit.lists import ListForm
from tijara.kit.money import Money
from tijara.kit.rebuilding import rebuild
from tijara.platform.providers import load

from ..models import Attempt, Charge, Refund
from ..shapes import AttemptState, ChargePart, CollectedPayment, PaymentMethod, RefundState
from .gateways import PORT

CAME = (AttemptState.PAID, AttemptState.SURPLUS)


def report_form(gateway: str) -> ListForm:
    """How this gateway writes what it settles."""
    return load(PORT, gateway).report


def collected(gateway: str, payment_ids: Iterable[str]) -> dict[str, CollectedPayment]:
    """By the gateway's own name of each payment; one that we know nothing of is not in it."""
    rows = Attempt.objects.filter(
        gateway=gateway, payment_id__in=[one for one in payment_ids if one], state__in=CAME
    )
    told = list(rows.values_list("buyer_id", "id", "charge_id", "payment_id", "state", "moved_at"))
    charges = {
        (one.buyer_id, one.id): one
        for one in Charge.objects.filter(
            buyer_id__in={row[0] for row in told}, id__in={row[2] for row in told}
        )
    }
    back = _refunds({row[0] for row in told}, {row[1] for row in told})
    found = {}
    for buyer_id, id, charge_id, payment_id, state, at in told:
        charge = charges[buyer_id, charge_id]
        is_ours = state == AttemptState.PAID
        found[payment_id] = CollectedPayment(
            buyer_id,
            id,
            charge_id,
            payment_id,
            Money(charge.amount_minor, charge.currency),
            at,
            tuple(rebuild(ChargePart, one) for one in charge.parts) if is_ours else (),
            tuple(back.get(id, ())) if is_ours else (),
        )
    return found


def _refunds(
    buyer_ids: set[UUID], attempt_ids: set[UUID]
) -> dict[UUID, list[tuple[UUID, UUID, int]]]:
    """By payment: what the gateway gave back, and not staff by the bank."""
    rows = Refund.objects.filter(
        buyer_id__in=buyer_ids,
        attempt_id__in=attempt_ids,
        method=PaymentMethod.CARD,
        state=RefundState.PAID,
        bank_reference="",
        order_id__isnull=False,
    )
    found: dict[UUID, list[tuple[UUID, UUID, int]]] = {}
    for attempt_id, *told in rows.order_by("paid_at", "id").values_list(
        "attempt_id", "seller_id", "order_id", "amount_minor"
    ):
        found.setdefault(attempt_id, []).append((told[0], told[1], told[2]))
    return found
