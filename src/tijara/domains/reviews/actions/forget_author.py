"""Take a person's name off his reviews and reports, who leaves for good. Words stay."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Authorship, Review, ReviewReport, Silence


@action(power=Power.SYSTEM)
def forget_author(*, actor: Actor, buyer_ids: Sequence[UUID]) -> None:
    """They stand as a verified buyer's. That he reviewed a product stays: nobody does so twice.
    Reports that were settled go; of others it is forgotten whose they are."""
    mine = Authorship.objects.filter(buyer_id__in=buyer_ids)
    keys = list(mine.values_list("seller_id", "review_id"))
    Review.objects.filter(
        seller_id__in={seller_id for seller_id, _ in keys},
        id__in=[review_id for _, review_id in keys],
    ).update(shown_name="")
    Silence.objects.filter(buyer_id__in=buyer_ids).delete()
    _forget_reports(buyer_ids)


def _forget_reports(buyer_ids: Sequence[UUID]) -> None:
    mine = ReviewReport.objects.filter(reporter_id__in=buyer_ids)
    mine.exclude(settled_at=None).delete()
    for seller_id, report_id in list(mine.values_list("seller_id", "id")):
        mine.filter(seller_id=seller_id, id=report_id).update(reporter_id=new_id())
