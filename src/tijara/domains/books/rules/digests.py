"""The hash over the figures of a closed month, and over the one before it."""

from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256

import orjson


def digest_of(before: str, month: date, entries: int, figures: Mapping[str, Sequence[int]]) -> str:
    """The same figures in the same order of months: the same hash, and no other."""
    said = {
        "before": before,
        "month": month.isoformat(),
        "entries": entries,
        "figures": {code: list(values) for code, values in figures.items()},
    }
    return sha256(orjson.dumps(said, option=orjson.OPT_SORT_KEYS)).hexdigest()
