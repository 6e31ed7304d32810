"""Another person opens a closed month again, or leaves it closed."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import Book
from ..shapes import BookKey
from .check_book import check_book
from .hold_close import hold_close


class SamePerson(Refusal):
    """Whoever asks for it may not agree to it."""

    code = "books.same_person"
    kind = Kind.FORBIDDEN


class NotAsked(Refusal):
    """Nobody has asked for it, or it was decided meanwhile."""

    code = "books.not_asked"
    kind = Kind.CONFLICT


@action(power=Power.BOOKS_KEEP)
def decide_reopening(
    *, actor: Actor, owner_id: UUID, key: BookKey, close_id: UUID, is_approved: bool
) -> None:
    """Opened, the month takes entries until it is closed once more; its closing stays on record.
    Refused, the asking is over; whoever asked may take it back so."""
    check_book(actor=SYSTEM, on_behalf=actor, owner_id=owner_id, key=key)
    row = hold_close(actor=SYSTEM, key=key, close_id=close_id)
    if row.asked_at is None:
        raise NotAsked()
    if not is_approved:
        row.asked_at, row.asked_by, row.asked_reason = None, None, ""
        row.save(update_fields=["asked_at", "asked_by", "asked_reason"])
        return
    if actor.person_id is None or row.asked_by == actor.person_id:
        raise SamePerson()
    row.reopened_at, row.reopened_by = now(), actor.person_id
    row.save(update_fields=["reopened_at", "reopened_by"])
    mine = Book.objects.filter(owner_id=key.owner_id, side=key.side, currency=key.currency)
    mine.update(open_from=row.month)
