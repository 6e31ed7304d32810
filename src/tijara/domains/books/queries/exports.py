"""Reports that were asked for as documents."""

from uuid import UUID

from tijara.platform import files
from tijara.platform.files import StoredFile

from ..models import Entry, Export
from ..shapes import BookKey, ExportView

MOST = 10


def exports(key: BookKey) -> list[ExportView]:
    """The latest first."""
    rows = Export.objects.filter(owner_id=key.owner_id, side=key.side, currency=key.currency)
    told = rows.order_by("-asked_at").values_list(
        "id", "report", "language", "asked_at", "file_id", "tries"
    )
    return [
        ExportView(id, report, language, asked_at, file_id, failed=file_id is None and tries >= 5)
        for id, report, language, asked_at, file_id, tries in told[:MOST]
    ]


def export_file(key: BookKey, export_id: UUID) -> StoredFile | None:
    """None until it is printed."""
    rows = Export.objects.filter(owner_id=key.owner_id, side=key.side, id=export_id)
    file_id = rows.values_list("file_id", flat=True).first()
    return files.find(key.owner_id, file_id) if file_id else None


def voucher(key: BookKey, entry_id: UUID) -> StoredFile | None:
    """The paper that lies with an entry by hand."""
    rows = Entry.objects.filter(owner_id=key.owner_id, side=key.side, id=entry_id)
    file_id = rows.values_list("file_id", flat=True).first()
    return files.find(key.owner_id, file_id) if file_id else None
