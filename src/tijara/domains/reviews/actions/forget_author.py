"""Take a person's name off his reviews, who leaves for good. Stars and words stay."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Authorship, Review, Silence


@action(power=Power.SYSTEM)
def forget_author(*, actor: Actor, buyer_ids: Sequence[UUID]) -> None:
    """They stand as a verified buyer's. That he reviewed a product stays: nobody does so twice."""
    mine = Authorship.objects.filter(buyer_id__in=buyer_ids)
    keys = list(mine.values_list("seller_id", "review_id"))
    Review.objects.filter(
        seller_id__in={seller_id for seller_id, _ in keys},
        id__in=[review_id for _, review_id in keys],
    ).update(shown_name="")
    Silence.objects.filter(buyer_id__in=buyer_ids).delete()
