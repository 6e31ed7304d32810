"""The key that proves an owner, and which steps may be settled."""

import hmac
import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from .shapes import CAN_WAIT, Step

KEY_LIFE = timedelta(hours=48)
LONGEST_KEY = 100


def new_key() -> str:
    return secrets.token_urlsafe(24)


def digest_of(key: str) -> str:
    return sha256(f"installation.key:{key[:LONGEST_KEY]}".encode()).hexdigest()


def key_fault(key: str, digest: str, until: datetime | None, moment: datetime) -> str:
    """ "wrong", "over", or nothing. A key that was used or replaced is wrong like any other."""
    if not digest or until is None or not hmac.compare_digest(digest_of(key), digest):
        return "wrong"
    return "over" if until <= moment else ""


def can_be_put_off(step: Step) -> bool:
    return step in CAN_WAIT
