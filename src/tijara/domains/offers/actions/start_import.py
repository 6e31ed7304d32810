"""Take in a file that was tried out, or go on with one that broke off."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import ImportRow, ImportRun
from ..shapes import ImportState
from ..states import PROCESS
from .check_import import FRESH
from .reread_file import ImportMoved, ImportUnknown


@action(power=Power.OFFERS_MANAGE)
def start_import(*, actor: Actor, seller_id: UUID, run_id: UUID) -> None:
    """The worker takes it next; asked for twice, it is taken in once."""
    run = ImportRun.objects.select_for_update().filter(seller_id=seller_id, id=run_id).first()
    if run is None or run.file_id is None:
        raise ImportUnknown()
    if run.state in (ImportState.IMPORTING, ImportState.DONE):
        return
    is_try_out = run.state == ImportState.STOPPED and run.choices.get("is_dry_run")
    if is_try_out or not PROCESS.allows("take_in", run.state):
        raise ImportMoved(state=run.state)
    if run.state == ImportState.CHECKED:
        for name, value in FRESH.items():
            setattr(run, name, value)
        ImportRow.objects.filter(seller_id=seller_id, run_id=run_id).delete()
    run.choices["is_dry_run"] = False
    run.state, run.moved_at = PROCESS.move("take_in").after, now()
    run.problem, run.tries = "", 0
    run.save(update_fields=[*FRESH, "choices", "state", "moved_at"])
