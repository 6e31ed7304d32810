"""Which account a move comes from, which lots are spent, how a credit is parted among orders."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from tijara.domains.ledger.shapes import Account, Transfer
from tijara.kit.money import allocate

from .shapes import CreditKind, GrantDraft, GrantReason

COUNTER = {
    CreditKind.REFUND: Account.WALLET_CLEARING,
    CreditKind.SPENT: Account.WALLET_CLEARING,
    CreditKind.SHOP_GOODWILL: Account.WALLET_CLEARING,
    CreditKind.GOODWILL: Account.GOODWILL_EXPENSE,
    CreditKind.EXPIRED: Account.GOODWILL_EXPENSE,
}
"""What stands against the wallets in the market's book, by the kind of a move."""
HOLD_PATIENCE = timedelta(hours=24)
"""A checkout that is cut off is brought to its end within minutes: this is for what never is."""
MOST_MINOR = 10**9
LONGEST_NOTE = 200
MOST_DAYS = 730


def move_transfer(kind: CreditKind, amount_minor: int) -> Transfer:
    """In the market's book: what comes into wallets is owed, what goes out of them is not."""
    other = COUNTER[kind]
    if amount_minor > 0:
        return Transfer(other, Account.WALLET_LIABILITY, amount_minor)
    return Transfer(Account.WALLET_LIABILITY, other, -amount_minor)


def taken_from(lots: Sequence[tuple[UUID, int]], amount_minor: int) -> list[tuple[UUID, int]]:
    """What of each lot (id, what is left) goes, in their order, until the amount is reached."""
    taken, rest = [], amount_minor
    for lot_id, left in lots:
        if part := min(left, rest):
            taken.append((lot_id, part))
            rest -= part
    if rest:
        raise ValueError("the lots hold less than the wallet")
    return taken


def credit_shares(credit_minor: int, totals: Sequence[int]) -> list[int]:
    """What of a credit pays each order: by what they come to, never more than that."""
    return allocate(min(credit_minor, sum(totals)), totals) if totals else []


def grant_faults(draft: GrantDraft) -> dict[str, str]:
    faults = {}
    if draft.amount.minor <= 0:
        faults["amount"] = "not_above_nothing"
    elif draft.amount.minor > MOST_MINOR:
        faults["amount"] = "too_much"
    if draft.reason not in list(GrantReason):
        faults["reason"] = "unknown"
    if len(draft.note) > LONGEST_NOTE:
        faults["note"] = "too_long"
    elif draft.reason == GrantReason.OTHER and not draft.note:
        faults["note"] = "required"
    if draft.days is not None and draft.reason != GrantReason.PROMOTION:
        faults["days"] = "never_expires"
    elif draft.days is not None and not 1 <= draft.days <= MOST_DAYS:
        faults["days"] = "not_possible"
    return faults


def last_moment(days: int | None, at: datetime) -> datetime | None:
    return None if days is None else at + timedelta(days=days)
