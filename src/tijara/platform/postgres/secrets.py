"""The passwords of the roles: made once, in the data folder, readable by their owner only."""

import contextlib
import os
import secrets
from pathlib import Path

from tijara.platform import places

ADMINISTRATOR = "tijara_administrator"
OWNER = "tijara"
APPLICATION = "tijara_app"


def secret_of(role: str, folder: Path) -> str:
    """The role's password; made at the first asking."""
    file = folder / role
    try:
        return file.read_text()
    except FileNotFoundError:
        pass
    places.made(folder).chmod(0o700)
    unfinished = file.with_name(f"{role}.{os.getpid()}")
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.write(handle, secrets.token_urlsafe(24).encode())
    os.close(handle)
    with contextlib.suppress(FileExistsError):
        os.link(unfinished, file)
    unfinished.unlink()
    return file.read_text()
