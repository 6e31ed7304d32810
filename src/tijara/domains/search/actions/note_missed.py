"""Note that something was searched for and not found as it was typed."""

from datetime import timedelta
from uuid import UUID

from django.db.models import F

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Missed
from ..rules import LONGEST_MISSED, worth_noting

MOST_KEPT = 2000
"""Of a market. When there are as many, what was missed once and longest ago makes room."""
KEPT = timedelta(days=90)


@action(power=Power.SYSTEM)
def note_missed(*, actor: Actor, market_id: UUID, text: str, shown: str = "") -> None:
    """`shown` is what was shown instead. What may tell of a person (numbers of phones, addresses of
    mail) is not kept, nor who searched."""
    term = worth_noting(text)
    if not term:
        return
    rows = Missed.objects.filter(market_id=market_id)
    told = {"said": text.strip()[:LONGEST_MISSED], "shown": shown[:LONGEST_MISSED]}
    if rows.filter(text=term).update(times=F("times") + 1, last_at=now(), **told):
        return
    rows.filter(last_at__lt=now() - KEPT).delete()
    if rows.count() >= MOST_KEPT:
        oldest = rows.order_by("times", "last_at").values("text")[:1]
        rows.filter(text__in=list(oldest.values_list("text", flat=True))).delete()
    Missed.objects.bulk_create(
        [Missed(market_id=market_id, text=term, **told)], ignore_conflicts=True
    )
