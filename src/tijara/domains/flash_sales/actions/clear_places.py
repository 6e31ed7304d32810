"""What people wrote while they waited goes, some days after the sale: names, phones, homes."""

from datetime import timedelta

from django.db.models import Q

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Place, Sale
from ..shapes import SaleState

KEPT = timedelta(days=7)
"""Till then an order of the sale may still want what was agreed."""
MOST = 5_000
"""Places in one commit."""


@action(power=Power.SYSTEM)
def clear_places(*, actor: Actor) -> int:
    """How much was done: asked again until it is nothing. Those of one sale, so many at once.

    Where somebody stood stays, and the hashes that tell a household: without them a sale would not
    be proved fair. Who has bought has his order, which lives as orders do.
    """
    over = Sale.objects.filter(
        state=SaleState.ENDED, is_cleared=False, ended_at__lte=now() - KEPT
    ).order_by("ended_at", "id")
    sale = over.values_list("seller_id", "id").first()
    if sale is None:
        return 0
    mine = Place.objects.filter(seller_id=sale[0], sale_id=sale[1])
    told = mine.filter(Q(order__isnull=False) | Q(intent__isnull=False))
    ids = list(told.order_by("id").values_list("id", flat=True)[:MOST])
    Place.objects.filter(seller_id=sale[0], id__in=ids).update(order=None, intent=None)
    if len(ids) < MOST:
        Sale.objects.filter(seller_id=sale[0], id=sale[1]).update(is_cleared=True)
    return max(len(ids), 1)
