"""Bring a file to the hub: it is kept, its header read, and its columns wait for a look."""

from typing import BinaryIO
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.kit.tables import TableUnreadable, open_table
from tijara.platform import files
from tijara.platform.action import action

from ..models import ImportRun
from ..shapes import ImportState
from ..states import PROCESS
from .import_catalogue import FileUnreadable

ACCEPTED = frozenset(
    {files.FileKind.TEXT, files.FileKind.GZIP, files.FileKind.XLSX, files.FileKind.DATA}
)
OVER = (ImportState.DONE, ImportState.UNDOING, ImportState.UNDONE)
"""States in which the file is gone."""
MOST_OPEN = 20


class TooManyFiles(Refusal):
    """So many of this seller's files wait already that no more are kept."""

    code = "offers.too_many_files"


@action(power=Power.OFFERS_MANAGE, atomic=False)
def bring_file(
    *, actor: Actor, seller_id: UUID, content: BinaryIO, file_name: str, most_bytes: int
) -> UUID:
    """The id of the import. What is no table is refused, and leaves nothing."""
    waiting = ImportRun.objects.filter(seller_id=seller_id).exclude(file_id=None)
    if waiting.exclude(state__in=OVER).count() >= MOST_OPEN:
        raise TooManyFiles(most=MOST_OPEN)
    stored = files.store(seller_id, content, accepted=ACCEPTED, most_bytes=most_bytes)
    try:
        table = open_table(stored.path)
        run = ImportRun(
            seller_id=seller_id,
            file_name=strip_controls(file_name)[-200:],
            file_id=stored.id,
            state=PROCESS.start,
            header=table.header,
            encoding=table.encoding,
            separator=table.separator,
        )
        run.save(force_insert=True)
    except TableUnreadable as broken:
        files.remove(seller_id, stored.id)
        raise FileUnreadable(why=broken.code) from broken
    except BaseException:
        files.remove(seller_id, stored.id)
        raise
    return run.id
