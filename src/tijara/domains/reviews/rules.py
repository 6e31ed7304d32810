"""What a review must say, whose words staff look at first, and how its author is called."""

import re
from datetime import timedelta
from functools import cache
from pathlib import Path

from tijara.kit.arabic import ascii_digits, fold, strip_controls

from .shapes import (
    LONGEST_REPORT,
    LONGEST_WORDS,
    MOST_PICTURES,
    MOST_STARS,
    ReviewDraft,
    ReviewReason,
    ReviewState,
)

ASK_AFTER = timedelta(days=3)
"""So long after the delivery a letter asks for a review."""
TOO_LATE_TO_ASK = timedelta(days=2)
"""Nobody is asked so long after it was due: a market that stood still does not write to all."""
REPORTS_KEPT = timedelta(days=180)
"""What was said against a review is kept so long after staff have decided."""
LINK = re.compile(
    r"https?:|www\.|\b[a-z0-9-]+\.(?:com|net|org|info|shop|store|online|site|link|app|io|co|me|ly|"
    r"sa|eg|ae|kw|bh|qa|om|jo|ma|tn|dz|iq|lb)\b|@[a-z0-9_.]{3,}",
    re.IGNORECASE,
)
PHONE = re.compile(r"(?:\d[\s().\-]{0,2}){8,}")
WORD = re.compile(r"[^\W_]+")
BLOCKED_WORDS = Path(__file__).parent / "blocked_words" / "words.txt"
ARTICLE = "ال"


def tidy_words(typed: str) -> str:
    """Lines stay lines."""
    return strip_controls(typed, keep_lines=True).strip()


def review_faults(draft: ReviewDraft, words: str, photos: int) -> dict[str, str]:
    """A code by field."""
    faults = {}
    if draft.stars is None or not 1 <= draft.stars <= MOST_STARS:
        faults["stars"] = "stars_required"
    if len(words) > LONGEST_WORDS:
        faults["words"] = "too_long"
    if len(draft.kept) + photos > MOST_PICTURES:
        faults["photos"] = "too_many"
    return faults


def report_faults(reason: str, words: str) -> dict[str, str]:
    """Who has another reason must say it."""
    if reason not in list(ReviewReason):
        return {"reason": "required"}
    if reason == ReviewReason.OTHER and not words:
        return {"words": "required"}
    return {"words": "too_long"} if len(words) > LONGEST_REPORT else {}


def answer_faults(words: str) -> dict[str, str]:
    """Nobody looks at an answer before it is shown, so it can't lead away from the market."""
    if len(words) > LONGEST_WORDS:
        return {"words": "too_long"}
    return {"words": "no_contacts"} if must_wait(words) else {}


def must_wait(words: str) -> bool:
    """They hold a link, an address, a phone number or a word that is blocked."""
    plain = ascii_digits(words)
    if LINK.search(plain) or PHONE.search(plain):
        return True
    return not _blocked().isdisjoint(_folded_words(words))


def state_of(words: str, *, is_watched: bool) -> ReviewState:
    """Of a review that was just written or changed. An author one of whose versions was taken down
    is read by staff first."""
    return ReviewState.WAITING if is_watched or must_wait(words) else ReviewState.SHOWN


def shown_name(full_name: str) -> str:
    """ "نورة سعد العتيبي" as "نورة ع.": the first name, and the first letter of the last."""
    first, *rest = full_name.split() or [""]
    last = rest[-1].removeprefix(ARTICLE) if rest else ""
    return f"{first} {last[0]}."[:60] if last else first[:60]


def counted(state: str, stars: int) -> int:
    """The stars that it counts with; 0: with none."""
    return stars if state == ReviewState.SHOWN else 0


@cache
def _blocked() -> frozenset[str]:
    return frozenset(_folded_words(BLOCKED_WORDS.read_text(encoding="utf-8")))


def _folded_words(text: str) -> set[str]:
    return set(WORD.findall(fold(text)))
