"""Look into a notice once more, because staff ask for it."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.process.rows import begin_anew

from ..models import Notice
from ..shapes import NoticeState
from ..states import NOTICE

REPLAYABLE = (NoticeState.DONE, NoticeState.UNKNOWN, NoticeState.GIVEN_UP, NoticeState.WAITING)


class NotReplayable(Refusal):
    """It is not there, or it did not come from the gateway."""

    code = "payments.not_replayable"
    kind = Kind.CONFLICT


@action(power=Power.PAYMENTS_MANAGE)
def replay_notice(*, actor: Actor, notice_id: UUID) -> None:
    """It moves nothing by itself: the gateway is asked again, and what is settled stays so."""
    row = Notice.objects.filter(id=notice_id, state__in=REPLAYABLE)
    if not begin_anew(NOTICE, row, tries=0, retry_at=None, note=""):
        raise NotReplayable()
