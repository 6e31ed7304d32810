"""Do what waits among the imports: try files out, take them in, undo them; one after another."""

import logging
from uuid import UUID

from django.db.models import F

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.rebuilding import rebuild
from tijara.kit.refusal import Refusal
from tijara.platform import files
from tijara.platform.action import action
from tijara.platform.locks import locked
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..models import ImportRun
from ..shapes import ImportChoices, ImportState
from ..states import PROCESS, WORK
from .import_catalogue import FileUnreadable, ImportGoing, import_catalogue
from .restore_offers import restore_offers

MOST_TRIES = 3

log = logging.getLogger(__name__)


@action(power=Power.SYSTEM, atomic=False)
def advance_imports(*, actor: Actor, limit: int = 20) -> int:
    """How many were brought to an end. One that another process is at, or whose seller has another
    at work, is passed over; one that fails is tried again after the others, and then stopped.
    """
    waiting = ImportRun.objects.filter(state__in=WORK).order_by("moved_at")
    done = 0
    for run in list(waiting[:limit]):
        try:
            done += _advance(actor, run)
        except ImportGoing:
            continue
        except Refusal as refusal:
            why = refusal.facts["why"] if isinstance(refusal, FileUnreadable) else refusal.code
            _stop(run, str(why))
            done += 1
        except Exception:
            log.exception("import %s fails", run.id)
            _fail(run)
    return done


def _advance(actor: Actor, run: ImportRun) -> int:
    if run.state == ImportState.UNDOING:
        return _undo(actor, run)
    stored = files.find(run.seller_id, run.file_id) if run.file_id else None
    if stored is None:
        _stop(run, "file_gone")
        return 1
    choices = rebuild(ImportChoices, {**run.choices, "is_dry_run": run.state == WORK[0]})
    import_catalogue(
        actor=actor,
        seller_id=run.seller_id,
        file=stored.path,
        choices=choices,
        run_id=run.id,
    )
    if run.state == ImportState.IMPORTING:
        files.remove(run.seller_id, stored.id)
    return 1


def _undo(actor: Actor, run: ImportRun) -> int:
    with locked(f"offers.import:{run.seller_id}") as is_free:
        if not is_free:
            return 0
        while restore_offers(actor=SYSTEM, seller_id=run.seller_id, run_id=run.id):
            continue
        _move(run, "restore", problem="")
    if run.file_id:
        files.remove(run.seller_id, run.file_id)
    return 1


def _fail(run: ImportRun) -> None:
    """Back to the end of the line; too often, and a person must look at it."""
    if run.tries + 1 >= MOST_TRIES and run.state != ImportState.UNDOING:
        _stop(run, "failed")
    else:
        _put_back(run)


def _stop(run: ImportRun, why: str) -> None:
    """What is being undone is never left half done."""
    if not _move(run, "stop", problem=why[:40]):
        _put_back(run)


def _put_back(run: ImportRun) -> None:
    mine = _row(run.seller_id, run.id).filter(state=run.state)
    mine.update(moved_at=now(), tries=F("tries") + 1)


def _move(run: ImportRun, name: str, **told: object) -> int:
    """As long as it is where it was: a person may have decided otherwise meanwhile."""
    mine = _row(run.seller_id, run.id).filter(state=run.state)
    return move_rows(PROCESS, mine, Step(name, SYSTEM, sets={"moved_at": now(), **told}))


def _row(seller_id: UUID, run_id: UUID):
    return ImportRun.objects.filter(seller_id=seller_id, id=run_id)
