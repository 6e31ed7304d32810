"""Read an uploaded file with other letters or another separator than it was taken to have."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.kit.tables import ENCODINGS, SEPARATORS, TableUnreadable, open_table
from tijara.platform import files
from tijara.platform.action import action

from ..models import ImportRun
from ..states import PROCESS
from .import_catalogue import FileUnreadable


class ImportUnknown(Refusal):
    """There is no such import in this seller's list, or its file is gone."""

    code = "offers.import_unknown"
    kind = Kind.MISSING


class ImportMoved(Refusal):
    """The import has gone on meanwhile: this can't be done to it now."""

    code = "offers.import_moved"


@action(power=Power.OFFERS_MANAGE)
def reread_file(
    *, actor: Actor, seller_id: UUID, run_id: UUID, encoding: str, separator: str
) -> None:
    """Empty ones are guessed anew. What can't be read so leaves everything as it was."""
    encoding = encoding if encoding in ENCODINGS else ""
    separator = separator if separator in SEPARATORS else ""
    found = ImportRun.objects.select_for_update().filter(seller_id=seller_id, id=run_id)
    run = found.first()
    stored = files.find(seller_id, run.file_id) if run and run.file_id else None
    if run is None or stored is None:
        raise ImportUnknown()
    if not PROCESS.allows("reread", run.state):
        raise ImportMoved(state=run.state)
    try:
        table = open_table(stored.path, encoding=encoding, separator=separator)
    except TableUnreadable as broken:
        raise FileUnreadable(why=broken.code) from broken
    run.state, run.header = PROCESS.move("reread").after, table.header
    run.encoding, run.separator = table.encoding, table.separator
    run.choices = {"encoding": encoding, "separator": separator}
    run.save(update_fields=["state", "header", "encoding", "separator", "choices"])
