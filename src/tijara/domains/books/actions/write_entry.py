"""Write an entry by hand: opening balances, rent, salaries, a purchase."""

from typing import BinaryIO
from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform import files
from tijara.platform.action import action
from tijara.platform.files import FileKind

from ..queries import today_in
from ..rules import BY_CODE, EVER
from ..shapes import BookKey, EntryDraft
from .check_book import check_book
from .keep_entry import keep_entry

LONGEST = 300
MOST_LINES = 40
MOST_MINOR = 10**15
VOUCHERS = frozenset({FileKind.PDF, FileKind.PNG, FileKind.JPEG, FileKind.WEBP})
MOST_BYTES = 10_000_000


class EntryInvalid(Invalid):
    code = "books.entry_invalid"


class NotBalanced(Refusal):
    """Debit and credit differ."""

    code = "books.not_balanced"
    kind = Kind.INVALID


@action(power=Power.BOOKS_KEEP, atomic=False)
def write_entry(
    *,
    actor: Actor,
    owner_id: UUID,
    key: BookKey,
    draft: EntryDraft,
    voucher: BinaryIO | None = None,
) -> UUID:
    """The entry's id. Sent twice it is one; it is never changed, only taken back by another."""
    check_book(actor=SYSTEM, on_behalf=actor, owner_id=owner_id, key=key)
    _check(key, draft)
    kept = None
    if voucher is not None:
        kept = files.store(owner_id, voucher, accepted=VOUCHERS, most_bytes=MOST_BYTES)
    try:
        entry_id, is_new = keep_entry(actor=SYSTEM, on_behalf=actor, key=key, draft=draft,
                                      file_id=kept.id if kept else None)  # fmt: skip
    except Refusal:
        if kept:
            files.remove(owner_id, kept.id)
        raise
    if kept and not is_new:
        files.remove(owner_id, kept.id)
    return entry_id


def _check(key: BookKey, draft: EntryDraft) -> None:
    faults = {}
    reason = strip_controls(draft.reason).strip()
    if not 3 <= len(reason) <= LONGEST:
        faults["reason"] = "too_long" if len(reason) > LONGEST else "required"
    if draft.booked_on > today_in(key):
        faults["booked_on"] = "in_the_future"
    elif draft.booked_on < EVER:
        faults["booked_on"] = "out_of_range"
    if fault := _fault_of_lines(key, draft):
        faults["lines"] = fault
    if faults:
        raise EntryInvalid(faults)
    if sum(amount for _, amount in draft.lines):
        raise NotBalanced()


def _fault_of_lines(key: BookKey, draft: EntryDraft) -> str:
    chart = BY_CODE[key.side]
    if not 2 <= len(draft.lines) <= MOST_LINES:
        return "required"
    if any(code not in chart or not chart[code].is_manual for code, _ in draft.lines):
        return "unknown"
    is_amount = all(amount and abs(amount) <= MOST_MINOR for _, amount in draft.lines)
    return "" if is_amount else "not_an_amount"
