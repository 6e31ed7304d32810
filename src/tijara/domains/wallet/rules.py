"""Which account a move comes from, which lots are spent, how a credit is parted among orders."""

import re
import secrets
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.crypto import salted_hmac

from tijara.domains.ledger.shapes import Account, Transfer
from tijara.kit.arabic import ascii_digits
from tijara.kit.balances import reason_faults
from tijara.kit.ids import CROCKFORD
from tijara.kit.money import EXPONENTS, Money, allocate

from .shapes import CreditKind, GiftDesign, GiftDraft, GrantDraft, GrantReason

COUNTER = {
    CreditKind.REFUND: Account.WALLET_CLEARING,
    CreditKind.SPENT: Account.WALLET_CLEARING,
    CreditKind.SHOP_GOODWILL: Account.WALLET_CLEARING,
    CreditKind.GOODWILL: Account.GOODWILL_EXPENSE,
    CreditKind.GIFT_CARD: Account.GIFT_CARD_LIABILITY,
    CreditKind.POINTS: Account.POINTS_LIABILITY,
    CreditKind.EXPIRED: Account.GOODWILL_EXPENSE,
}
"""What stands against the wallets in the market's book, by the kind of a move."""
HOLD_PATIENCE = timedelta(hours=24)
"""A checkout that is cut off is brought to its end within minutes: this is for what never is."""
MOST_MINOR = 10**9
MOST_DAYS = 730


GIFT_MAJOR = (10, 2000)
"""A gift card is worth at least and at most so much, in whole units of its market's money."""
GIFT_DAYS = 365
"""So far ahead one may be sent."""
MORNING = time(9)
CODE_SIGNS, GROUP = 16, 4
MISTAKEN = str.maketrans("OIL", "011")
NOT_IN_A_CODE = re.compile(r"[^0-9A-Z]")
EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]+\.[^@\s.]{2,}")
SALT = "wallet.gift_card"
LETTER_PATIENCE = timedelta(days=30)
"""So long a letter with a code is tried to be sent."""


def move_transfer(kind: CreditKind, amount_minor: int) -> Transfer:
    """In the market's book: what comes into wallets is owed, what goes out of them is not."""
    other = COUNTER[kind]
    if amount_minor > 0:
        return Transfer(other, Account.WALLET_LIABILITY, amount_minor)
    return Transfer(Account.WALLET_LIABILITY, other, -amount_minor)


def credit_shares(credit_minor: int, totals: Sequence[int]) -> list[int]:
    """What of a credit pays each order: by what they come to, never more than that."""
    return allocate(min(credit_minor, sum(totals)), totals) if totals else []


def grant_faults(draft: GrantDraft) -> dict[str, str]:
    faults: dict[str, str] = {}
    if draft.amount.minor <= 0:
        faults["amount"] = "not_above_nothing"
    elif draft.amount.minor > MOST_MINOR:
        faults["amount"] = "too_much"
    faults |= reason_faults(draft.reason, GrantReason, draft.note)
    if draft.days is not None and draft.reason != GrantReason.PROMOTION:
        faults["days"] = "never_expires"
    elif draft.days is not None and not 1 <= draft.days <= MOST_DAYS:
        faults["days"] = "not_possible"
    return faults


def last_moment(days: int | None, at: datetime) -> datetime | None:
    return None if days is None else at + timedelta(days=days)


def new_code() -> str:
    """80 random bits, as people read them: "7K3Q-M9XW-2TAB-04CD"."""
    signs = "".join(secrets.choice(CROCKFORD) for _ in range(CODE_SIGNS))
    return "-".join(signs[at : at + GROUP] for at in range(0, CODE_SIGNS, GROUP))


def tidy_code(typed: str) -> str:
    """As it is compared: whatever people put between its signs, and however they misread them."""
    plain = ascii_digits(typed).upper().translate(MISTAKEN)
    return NOT_IN_A_CODE.sub("", plain)[: 2 * CODE_SIGNS]


def mark_of(market_id: UUID, code: str, secret: str | None = None) -> str:
    """By the installation's secret: who has the table alone can't try codes."""
    told = f"{market_id}:{tidy_code(code)}"
    return salted_hmac(SALT, told, secret=secret, algorithm="sha256").hexdigest()


def marks_of(market_id: UUID, code: str) -> list[str]:
    """By the secret of today and by those before it: a mark can't be made anew from a hash."""
    known = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return [mark_of(market_id, code, one) for one in known]


def about_code(market_id: UUID, card_id: UUID) -> str:
    """What a code is sealed about until it is sent."""
    return f"{SALT}:{market_id}:{card_id}"


def gift_bounds(currency: str) -> tuple[Money, Money]:
    least, most = (major * 10 ** EXPONENTS[currency] for major in GIFT_MAJOR)
    return Money(least, currency), Money(most, currency)


def gift_faults(draft: GiftDraft, currency: str, today: date) -> dict[str, str]:
    faults = {}
    least, most = gift_bounds(currency)
    if draft.amount.currency != currency or not least.minor <= draft.amount.minor <= most.minor:
        faults["amount"] = "gift_out_of_bounds"
    if draft.design not in list(GiftDesign):
        faults["design"] = "unknown"
    if not EMAIL.fullmatch(draft.to_email) or len(draft.to_email) > 254:
        faults["to_email"] = "not_an_email"
    for name, most_signs in (("to_name", 60), ("from_name", 60), ("words", 300)):
        if len(getattr(draft, name)) > most_signs:
            faults[name] = "too_long"
    if draft.send_on and not today <= draft.send_on <= today + timedelta(days=GIFT_DAYS):
        faults["send_on"] = "gift_day_out_of_bounds"
    return faults


def send_moment(send_on: date | None, zone: ZoneInfo, at: datetime) -> datetime:
    """The morning of that day; one that has begun, or no day, is now."""
    return max(at, datetime.combine(send_on, MORNING, zone)) if send_on else at
