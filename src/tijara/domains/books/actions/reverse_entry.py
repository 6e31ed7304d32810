"""Take an entry by hand back: another one with both sides turned."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import Entry
from ..queries import entry, today_in
from ..rules import NewEntry
from ..shapes import BookKey, Source
from .check_book import check_book
from .lock_book import lock_book
from .post_entries import post_entries
from .write_entry import LONGEST, EntryInvalid


class NoSuchEntry(Refusal):
    """There is none by hand with this id in the book."""

    code = "books.no_such_entry"
    kind = Kind.MISSING


class AlreadyReversed(Refusal):
    code = "books.already_reversed"
    kind = Kind.CONFLICT


@action(power=Power.BOOKS_KEEP)
def reverse_entry(
    *, actor: Actor, owner_id: UUID, key: BookKey, entry_id: UUID, reason: str
) -> UUID:
    """Dated today: what stood in its month stands there. Its own id, once."""
    check_book(actor=SYSTEM, on_behalf=actor, owner_id=owner_id, key=key)
    reason = strip_controls(reason).strip()
    if not 3 <= len(reason) <= LONGEST:
        raise EntryInvalid({"reason": "too_long" if len(reason) > LONGEST else "required"})
    open_from = lock_book(actor=SYSTEM, key=key)
    told = entry(key, owner_id, entry_id)
    if told is None or told.source is not Source.MANUAL:
        raise NoSuchEntry()
    mine = Entry.objects.filter(owner_id=owner_id, side=key.side, source=Source.REVERSAL)
    if mine.filter(source_id=entry_id).exists():
        raise AlreadyReversed()
    new = NewEntry(
        source=Source.REVERSAL,
        source_id=entry_id,
        kind="taken_back",
        happened_on=max(today_in(key), told.booked_on),
        lines={line.account: -line.amount.minor for line in told.lines},
        reason=reason,
        person_id=actor.person_id,
    )
    (made,) = post_entries(
        actor=SYSTEM, owner_id=owner_id, key=key, entries=[new], open_from=open_from
    )
    return made
