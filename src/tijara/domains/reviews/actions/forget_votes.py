"""Forget which reviews a person found helpful: he leaves for good, and his votes with him."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Count

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import HelpfulVote, Review


@action(power=Power.SYSTEM)
def forget_votes(*, actor: Actor, buyer_ids: Sequence[UUID]) -> None:
    """Each review counts one less, under its lock; in one order, so that two who leave at once
    don't hold each other up."""
    mine = HelpfulVote.objects.filter(buyer_id__in=buyer_ids)
    keys = list(mine.values_list("seller_id", "review_id"))
    if not keys:
        return
    sellers, ids = ({key[at] for key in keys} for at in (0, 1))
    rows = Review.objects.filter(seller_id__in=sellers, id__in=ids).order_by("seller_id", "id")
    held = list(rows.select_for_update())
    gone = dict(mine.filter(review_id__in=ids).values_list("review_id").annotate(Count("id")))
    mine.filter(seller_id__in=sellers, review_id__in=ids).delete()
    for review in held:
        review.helpful -= gone.get(review.id, 0)
    Review.objects.bulk_update(held, ["helpful"])
