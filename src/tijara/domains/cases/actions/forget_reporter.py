"""Forget who reported products: he leaves for good."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Report


@action(power=Power.SYSTEM)
def forget_reporter(*, actor: Actor, buyer_ids: Sequence[UUID]) -> None:
    """What was decided goes at once; evidence of an open case stays, and is nobody's."""
    mine = Report.objects.filter(reporter_id__in=buyer_ids)
    mine.exclude(case__decided_at=None).delete()
    for report_id in list(mine.values_list("id", flat=True)):
        mine.filter(id=report_id).update(reporter_id=new_id())
