"""How payments stand with their gateway."""

from collections.abc import Iterable

from django.db.models import Sum

from tijara.domains.payments.queries import collected
from tijara.domains.payments.shapes import CollectedPayment

from ..models import GatewayLine
from ..shapes import Standing


def standings(
    gateway: str, references: Iterable[str]
) -> dict[str, tuple[CollectedPayment, Standing]]:
    """By the gateway's name of each; a payment that we know nothing of is not in it."""
    known = collected(gateway, references)
    booked = GatewayLine.objects.filter(
        gateway=gateway, reference__in=list(known), report__booked_at__isnull=False
    )
    sums = {
        reference: told
        for reference, *told in booked.values_list("reference").annotate(
            settled=Sum("settled_minor"), refunded=Sum("refunded_minor")
        )
    }
    return {reference: (one, _standing(one, *sums.get(reference, (0, 0))))
            for reference, one in known.items()}  # fmt: skip


def _standing(one: CollectedPayment, settled: int, refunded: int) -> Standing:
    parts = tuple((part.seller_id, part.order_id, part.amount_minor) for part in one.parts)
    return Standing(parts, one.refunds, settled, refunded)
