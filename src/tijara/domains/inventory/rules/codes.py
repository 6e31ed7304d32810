"""How pasted codes are read, and how a file may be called."""

import re
from uuid import UUID

from django.utils.crypto import salted_hmac

from tijara.kit.arabic import strip_controls

SALT = "tijara.inventory.code"
LONGEST_CODE = 400
MOST_CODES = 5000
LONGEST_NAME = 120
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|]+')


def codes_in(text: str) -> list[str]:
    """One code a line, empty lines left out, each once, in their order."""
    lines = (strip_controls(line).strip() for line in text.splitlines())
    return list(dict.fromkeys(line for line in lines if line))


def mark_of(seller_id: UUID, code: str) -> str:
    """Tells a repetition without opening anything; by the installation's secret, as the seal."""
    return salted_hmac(SALT, f"{seller_id}:{code}", algorithm="sha256").hexdigest()


def about_code(seller_id: UUID, code_id: UUID) -> str:
    """What a code is sealed about."""
    return f"{SALT}:{seller_id}:{code_id}"


def last_of(code: str) -> str:
    """What may be shown of a code later: its last four letters, and of a short one half."""
    return code[-min(4, len(code) // 2) :] if len(code) > 1 else ""


def file_name(said: str, ending: str) -> str:
    """A name for the buyer's device: no path, no control, the ending of what the file is."""
    stem = strip_controls(_NOT_IN_NAMES.sub(" ", said.replace("\0", ""))).strip(" .")
    stem = re.sub(r"\s+", " ", stem)
    if stem.casefold().endswith(f".{ending}"):
        stem = stem[: -len(ending) - 1].strip(" .")
    return f"{stem[: LONGEST_NAME - len(ending) - 1].strip(' .') or 'file'}.{ending}"
