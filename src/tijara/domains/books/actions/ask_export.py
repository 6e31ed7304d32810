"""Ask for a report as a document: a worker prints it."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform import files
from tijara.platform.action import action

from ..models import Export
from ..shapes import BookKey, ReportName
from .check_book import check_book

MOST_WAITING = 10
KEPT = 10


class TooManyExports(Refusal):
    """So many of this book wait to be printed already."""

    code = "books.too_many_exports"


@action(power=Power.BOOKS_KEEP)
def ask_export(
    *,
    actor: Actor,
    owner_id: UUID,
    key: BookKey,
    export_id: UUID,
    report: ReportName,
    language: str,
    page: str,
) -> None:
    """`page` is the whole document as HTML. Sent twice it is one; the oldest go."""
    check_book(actor=SYSTEM, on_behalf=actor, owner_id=owner_id, key=key)
    mine = Export.objects.filter(owner_id=owner_id, side=key.side, currency=key.currency)
    if mine.filter(id=export_id).exists():
        return
    if mine.filter(file_id=None, tries__lt=5).count() >= MOST_WAITING:
        raise TooManyExports()
    for old in mine.exclude(file_id=None).order_by("-asked_at")[KEPT - 1 :]:
        files.remove(owner_id, old.file_id)
        mine.filter(id=old.id).delete()
    Export.objects.create(
        owner_id=owner_id,
        id=export_id,
        side=key.side,
        currency=key.currency,
        report=report,
        language=language,
        page=page,
        asked_by=actor.person_id,
        asked_at=now(),
    )
