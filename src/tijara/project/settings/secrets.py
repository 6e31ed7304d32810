"""The installation's secret key: made once, kept in the data folder, readable by its owner only."""

import os
import secrets
from pathlib import Path

from tijara.platform import places


def secret_key(folder: Path) -> str:
    if given := os.environ.get("TIJARA_SECRET_KEY"):
        return given
    file = folder / "secret_key"
    if not file.exists():
        places.made(folder)
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        os.write(handle, secrets.token_urlsafe(48).encode())
        os.close(handle)
    return file.read_text().strip()
