"""What an e-mail address and a password must be, and how often a sign-in may be tried."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from string import digits
from uuid import UUID

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from tijara.domains.accounts.shapes import DEMONSTRATION_DOMAIN
from tijara.kit.arabic import ascii_digits, strip_controls
from tijara.kit.phones import mobile_number

SHORTEST, LONGEST = 10, 200
WINDOW = timedelta(minutes=15)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LONGEST_WINDOW = DAY
CODE_DIGITS, CODE_TRIES = 6, 5
CODE_LIFE = timedelta(minutes=10)
RESEND_PAUSE = timedelta(seconds=60)
_common = CommonPasswordValidator()


@dataclass(frozen=True, slots=True)
class TryLimit:
    """No more than `most` tries of `key` within the window."""

    key: str
    most: int
    window: timedelta = WINDOW


def tidy_email(email: str) -> str:
    """One spelling of an address, so that one person has one account."""
    return unicodedata.normalize("NFKC", email).strip().lower()


def column_of(recipient: str) -> str:
    """Where a person's e-mail address or phone is kept."""
    return "phone" if recipient.startswith("+") else "email"


def read_recipient(typed: str, country: str) -> str | None:
    """The tidy e-mail address or E.164 number that was typed; None where it is neither."""
    if "@" not in typed:
        return mobile_number(typed, country)
    email = tidy_email(strip_controls(typed))
    return None if len(email) > 254 or email_problem(email) else email


def is_demonstration(email: str) -> bool:
    """Of one of the demonstration's people, whose password everybody knows."""
    return email.endswith(f"@{DEMONSTRATION_DOMAIN}")


def email_problem(email: str) -> str:
    """The code of what is wrong, or nothing."""
    try:
        validate_email(email)
    except ValidationError:
        return "email_invalid"
    return ""


def password_problem(password: str, *, own: Iterable[str]) -> str:
    """The code of what is wrong, or nothing. Length is what counts, not signs and digits.
    `own`: the person's name, address and number, which others may know."""
    if len(password) < SHORTEST:
        return "password_short"
    if len(password) > LONGEST:
        return "password_long"
    if _is_common(password) or len(set(password)) < 5:
        return "password_common"
    if any(_holds(password, word.partition("@")[0].strip("+")) for word in own if word):
        return "password_personal"
    return ""


def try_limits(login: str, address: str) -> list[TryLimit]:
    """The strictest is for one account from one address, so that a stranger elsewhere can't lock
    an account out with a few tries; many people may share an address (mobile networks)."""
    return [
        TryLimit(_key("account", login), 50),
        TryLimit(_key("address", address), 100),
        TryLimit(_key("both", f"{login} {address}"), 8),
    ]


def second_limits(person_id: UUID) -> list[TryLimit]:
    """Who tries a second factor knows the first one already; six digits bear few guesses."""
    return [
        TryLimit(_key("second", person_id.hex), 8),
        TryLimit(_key("second day", person_id.hex), 40, DAY),
    ]


def resend_limit(recipient: str) -> TryLimit:
    """A pause between two codes, so that the first has the time to arrive."""
    return TryLimit(_key("code pause", recipient), 1, RESEND_PAUSE)


def code_limits(recipient: str, owner_id: UUID, network: str) -> list[TryLimit]:
    """Nobody's phone is filled by strangers, and nobody makes us pay for thousands of texts."""
    limits = [
        TryLimit(_key("code", recipient), 5, HOUR),
        TryLimit(_key("code day", recipient), 15, DAY),
        TryLimit(_key("code owner", owner_id.hex), 10, HOUR),
    ]
    if network:
        limits.append(TryLimit(_key("code network", network), 60, HOUR))
    return limits


def read_code(typed: str) -> str:
    """The digits of a code as it was typed or pasted: any script, with spaces or dashes."""
    return "".join(letter for letter in ascii_digits(typed) if letter in digits)


def _is_common(password: str) -> bool:
    try:
        _common.validate(password)
    except ValidationError:
        return True
    return False


def _holds(password: str, own: str) -> bool:
    return len(own) > 3 and own.casefold() in password.casefold()


def _key(kind: str, value: str) -> str:
    return sha256(f"{kind}:{value}".encode()).hexdigest()
