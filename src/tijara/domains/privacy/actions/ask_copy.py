"""Ask for a copy of all that is kept about oneself: a worker composes it."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import NotAllowed, action
from tijara.platform.audit.recorder import record_act

from ..models import DataCopy
from ..rules import copy_state, may_ask_again
from ..shapes import COPY_LIFE, CopyState


class CopyTooSoon(Refusal):
    """The last one is not a day old: it can be fetched."""

    code = "privacy.copy_too_soon"


@action(power=Power.SIGN_IN)
def ask_copy(*, actor: Actor, language: str, market_id: UUID | None = None) -> None:
    """For himself alone. While one waits, it is that one; a newer one takes the place of the last,
    whose file goes when it is composed."""
    person_id = actor.person_id
    if person_id is None:
        raise NotAllowed(power=Power.SIGN_IN)
    fresh = DataCopy(person_id=person_id, language=language, market_id=market_id)
    DataCopy.objects.bulk_create([fresh], ignore_conflicts=True)
    row = DataCopy.objects.select_for_update().get(person_id=person_id)
    is_mine = row.asked_at == fresh.asked_at
    if not is_mine and not _is_renewed(row):
        return
    if not is_mine:
        DataCopy.objects.filter(person_id=person_id).update(
            asked_at=fresh.asked_at,
            language=language,
            market_id=market_id,
            file_id=None,
            ready_at=None,
            retry_at=None,
            tries=0,
        )
    record_act(actor, "privacy.ask_copy", {})


def _is_renewed(row: DataCopy) -> bool:
    """Whether a new one is made in its place; False where it waits."""
    state = copy_state(row.ready_at, row.tries, row.retry_at, now())
    is_over = row.ready_at is not None and row.ready_at + COPY_LIFE <= now()
    if state is CopyState.WAITING:
        return False
    if not is_over and not may_ask_again(state, row.asked_at, now()):
        raise CopyTooSoon
    return True
