"""Throw away an uploaded file that was never taken in."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform import files
from tijara.platform.action import action

from ..models import ImportChange, ImportRow, ImportRun
from ..shapes import ImportState
from .reread_file import ImportMoved

UNTAKEN = (ImportState.MAPPING, ImportState.CHECKED, ImportState.STOPPED)


@action(power=Power.OFFERS_MANAGE, atomic=False)
def discard_import(*, actor: Actor, seller_id: UUID, run_id: UUID) -> None:
    """One that is not there is thrown away already; one that has changed something stays."""
    run = ImportRun.objects.filter(seller_id=seller_id, id=run_id).first()
    if run is None:
        return
    changes = ImportChange.objects.filter(seller_id=seller_id, run_id=run_id)
    if run.state not in UNTAKEN or changes.exists():
        raise ImportMoved(state=run.state)
    ImportRow.objects.filter(seller_id=seller_id, run_id=run_id).delete()
    gone, _ = ImportRun.objects.filter(seller_id=seller_id, id=run_id, state__in=UNTAKEN).delete()
    if gone and run.file_id:
        files.remove(seller_id, run.file_id)
