"""Write a checked entry by hand into its book, once."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..models import Entry
from ..rules import NewEntry
from ..shapes import BookKey, EntryDraft, Source
from .lock_book import lock_book
from .post_entries import post_entries


class MonthClosed(Refusal):
    """Its day lies in a month that is closed."""

    code = "books.month_closed"


@action(power=Power.SYSTEM)
def keep_entry(
    *, actor: Actor, on_behalf: Actor, key: BookKey, draft: EntryDraft, file_id: UUID | None
) -> tuple[UUID, bool]:
    """Its id, and whether it is new."""
    open_from = lock_book(actor=SYSTEM, key=key)
    known = Entry.objects.filter(
        owner_id=key.owner_id, side=key.side, source=Source.MANUAL, source_id=draft.id
    )
    if found := known.values_list("id", flat=True).first():
        return found, False
    if open_from and draft.booked_on < open_from:
        raise MonthClosed(open_from=open_from.isoformat())
    lines: dict[str, int] = {}
    for account, amount in draft.lines:
        lines[account] = lines.get(account, 0) + amount
    new = NewEntry(
        source=Source.MANUAL,
        source_id=draft.id,
        kind="by_hand",
        happened_on=draft.booked_on,
        lines={account: amount for account, amount in lines.items() if amount},
        reason=strip_controls(draft.reason).strip(),
        person_id=on_behalf.person_id,
        file_id=file_id,
    )
    (entry_id,) = post_entries(
        actor=SYSTEM, owner_id=key.owner_id, key=key, entries=[new], open_from=open_from
    )
    return entry_id, True
