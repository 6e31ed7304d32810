"""What a report and a decision must say."""

from datetime import timedelta

from tijara.kit.arabic import strip_controls

from .shapes import ReportReason

LONGEST_WORDS = 1000
DECIDE_WITHIN = timedelta(days=3)
KEPT = timedelta(days=180)
"""What buyers have written is kept so long after the decision: it may name people."""


def checked_words(typed: str) -> str:
    return strip_controls(typed, keep_lines=True).strip()


def report_faults(reason: str, words: str) -> dict[str, str]:
    """A code by field. Who has another reason must say it."""
    faults = {} if reason in ReportReason else {"reason": "required"}
    return faults | words_faults(words, is_needed=reason == ReportReason.OTHER)


def words_faults(words: str, *, is_needed: bool) -> dict[str, str]:
    if is_needed and not words:
        return {"words": "required"}
    return {"words": "too_long"} if len(words) > LONGEST_WORDS else {}
