"""How a copy is written, and when things are due."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, is_dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from tijara.kit.money import Money

from .shapes import COPY_PAUSE, Attached, CopyState, Part

MOST_TRIES = 5
LEASE = timedelta(minutes=10)
"""Who composes or erases has so long; then another worker may take it over."""
AGAIN = timedelta(days=1)
"""A closing that something stands in the way of is looked at again after it."""


def pause_after(tries: int) -> timedelta:
    """Two minutes, four, eight … after so many that failed: a database that is away comes back."""
    return timedelta(minutes=2**tries)


def copy_state(ready_at: datetime | None, tries: int, retry_at: datetime | None, at: datetime):
    if ready_at is not None:
        return CopyState.READY
    is_over = tries >= MOST_TRIES and (retry_at is None or retry_at <= at)
    return CopyState.FAILED if is_over else CopyState.WAITING


def may_ask_again(state: CopyState, asked_at: datetime, at: datetime) -> bool:
    """A ready one is not made anew for a day; one that waits is the one; a failed one may be."""
    return state is CopyState.FAILED or (state is CopyState.READY and at - asked_at >= COPY_PAUSE)


def as_json(parts: Iterable[Part], about: Mapping[str, Any]) -> bytes:
    told = {**about, "parts": {part.name: list(part.rows) for part in parts}}
    return json.dumps(told, default=_plain, ensure_ascii=False, indent=2).encode()


def zipped(into: BinaryIO, files: Mapping[str, bytes | Path]) -> None:
    """`files` are given by what they hold, or by where they lie."""
    with ZipFile(into, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            if isinstance(content, Path):
                archive.write(content, name, ZIP_STORED)
            else:
                archive.writestr(name, content)
    into.seek(0)


def attached_to(parts: Iterable[Part]) -> dict[str, Path]:
    """The files that rows of these parts name."""
    values = (value for part in parts for row in part.rows for value in row.values())
    lists = (value for value in values if isinstance(value, list))
    return {one.name: one.path for some in lists for one in some if isinstance(one, Attached)}


def _plain(value: Any) -> Any:
    if isinstance(value, Money):
        return {"amount": value.to_decimal_string(), "currency": value.currency}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID | Attached):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return str(value)
