"""Undo an import: prices, stock and the shelf as they were, but for what was sold since."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..models import ImportChange, ImportRun
from ..shapes import ImportState
from ..states import PROCESS
from .reread_file import ImportMoved, ImportUnknown


class NothingToUndo(Refusal):
    """The import has changed nothing."""

    code = "offers.nothing_to_undo"


@action(power=Power.OFFERS_MANAGE)
def undo_import(*, actor: Actor, seller_id: UUID, run_id: UUID) -> None:
    """The worker does it next; asked for twice, it is done once."""
    run = ImportRun.objects.select_for_update().filter(seller_id=seller_id, id=run_id).first()
    if run is None:
        raise ImportUnknown()
    if run.state in (ImportState.UNDOING, ImportState.UNDONE):
        return
    if not PROCESS.allows("undo", run.state):
        raise ImportMoved(state=run.state)
    if not ImportChange.objects.filter(seller_id=seller_id, run_id=run_id).exists():
        raise NothingToUndo()
    run.state, run.moved_at, run.tries = PROCESS.move("undo").after, now(), 0
    run.save(update_fields=["state", "moved_at", "tries"])
