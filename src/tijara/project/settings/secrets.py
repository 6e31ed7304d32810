"""The installation's secret key: made once, kept in the data folder, readable by its owner only."""

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

from tijara.platform import places


def secret_key(folder: Path) -> str:
    """Two processes that start at once agree: the file appears whole, and the first one's stays."""
    if given := os.environ.get("TIJARA_SECRET_KEY"):
        return given
    file = folder / "secret_key"
    if not file.exists():
        _make(file)
    return file.read_text().strip()


def _make(file: Path) -> None:
    places.made(file.parent)
    handle, unfinished = tempfile.mkstemp(dir=file.parent, prefix=".unfinished-")
    with os.fdopen(handle, "w") as text:
        text.write(secrets.token_urlsafe(48))
    with contextlib.suppress(FileExistsError):
        os.link(unfinished, file)
    os.unlink(unfinished)
