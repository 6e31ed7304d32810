"""Forget what people asked for long ago, and who asked lately."""

from datetime import timedelta
from typing import Any

from django.db.models import F, Model

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Choice, Wording
from ..rules import FEWEST_PEOPLE, MOST_MARKS

KEPT = timedelta(days=180)
KEPT_OF_FEW = timedelta(days=31)
"""What only few have asked for."""
MOST_KEPT = 20_000
"""Of a market: the coldest make room."""


@action(power=Power.SYSTEM)
def forget_wordings(*, actor: Actor) -> None:
    """By night; on the first of a month also whose marks are of the month before: who has not found
    enough company within a month begins anew, so that nobody is taken for several."""
    for model in (Wording, Choice):
        _forget(model)
    for market_id in Wording.objects.values_list("market_id", flat=True).distinct():
        rows = Wording.objects.filter(market_id=market_id)
        floor = rows.order_by("-heat").values_list("heat", flat=True)[MOST_KEPT : MOST_KEPT + 1]
        for heat in list(floor):
            rows.filter(heat__lte=heat).delete()


def _forget(model: type[Model]) -> None:
    rows: Any = model._default_manager.all()
    rows.filter(last_at__lt=now() - KEPT).delete()
    rows.filter(people__lt=FEWEST_PEOPLE, last_at__lt=now() - KEPT_OF_FEW).delete()
    month = now().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    older = rows.filter(last_at__lt=month)
    older.filter(people__lt=FEWEST_PEOPLE, people__gt=0).update(people=0, marks=[])
    older.filter(people__lt=MOST_MARKS, people__gte=FEWEST_PEOPLE).update(
        people=F("people"), marks=[]
    )
