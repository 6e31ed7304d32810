"""Copies and closings, as the person they are of sees them."""

from uuid import UUID

from tijara.kit.clock import now
from tijara.platform import files
from tijara.platform.files import StoredFile

from ..models import Closing, DataCopy
from ..rules import copy_state, may_ask_again
from ..shapes import COPY_LIFE, ClosingView, CopyView


def copy_of(person_id: UUID) -> CopyView | None:
    """None where none was asked for, or it is over."""
    row = DataCopy.objects.filter(person_id=person_id).first()
    if row is None:
        return None
    state = copy_state(row.ready_at, row.tries, row.retry_at, now())
    until = row.ready_at + COPY_LIFE if row.ready_at else None
    if until and until <= now():
        return None
    return CopyView(state, row.asked_at, until, may_ask_again(state, row.asked_at, now()))


def copy_file(person_id: UUID) -> StoredFile | None:
    """Of this person alone; None until it is there, and once its days are over."""
    rows = DataCopy.objects.filter(person_id=person_id, ready_at__gt=now() - COPY_LIFE)
    file_id = rows.values_list("file_id", flat=True).first()
    return files.find(person_id, file_id) if file_id else None


def closing_of(person_id: UUID) -> ClosingView | None:
    """None where he has not asked, and where it is done."""
    row = Closing.objects.filter(person_id=person_id, closed_at=None).first()
    return ClosingView(row.asked_at, row.due_at) if row else None
