"""Keep a product for later."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Favourite
from ..shapes import MOST_FAVOURITES


@action(power=Power.BUY)
def keep_favourite(*, actor: Actor, buyer_id: UUID, product_id: UUID) -> None:
    """Kept twice it is there once. One more than there may be, and the oldest goes."""
    mine = Favourite.objects.filter(buyer_id=buyer_id)
    Favourite.objects.bulk_create(
        [Favourite(buyer_id=buyer_id, product_id=product_id)], ignore_conflicts=True
    )
    over = mine.order_by("-kept_at", "-product_id").values_list("product_id", flat=True)
    mine.filter(product_id__in=list(over[MOST_FAVOURITES : MOST_FAVOURITES + 50])).delete()
