"""Take a person's name off gift cards that he gave or was given: he leaves for good."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import GiftCard
from ..shapes import GiftState


@action(power=Power.SYSTEM)
def forget_giver(*, actor: Actor, buyer_ids: Sequence[UUID], email: str = "") -> None:
    """What he gave stays good, and comes from nobody. What waits to be sent to him still goes:
    somebody has paid for it."""
    given = Q(buyer_id__in=buyer_ids)
    got = Q(redeemed_by__in=buyer_ids) | (Q(to_email=email) if email else Q())
    waiting = Q(state__in=[GiftState.UNPAID, GiftState.LIVE], sent_at=None)
    GiftCard.objects.filter(given).update(from_name="", words="")
    GiftCard.objects.filter(got).exclude(waiting).update(to_name="", to_email="", words="")
    GiftCard.objects.filter(given).exclude(waiting).update(to_name="", to_email="")
