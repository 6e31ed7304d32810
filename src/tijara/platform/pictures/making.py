"""Have a picture made by the process that decodes it, and keep what it made."""

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tijara.kit.pictures import LETTER, SHORTEST_MARK, SHORTEST_SIDE, MadePicture

from .shelf import folder_of

PATIENCE = 120.0
SMALL = 1200
"""Pixels that it is wide at most."""
MAKER = "tijara.platform.pictures.maker"


class PictureBroken(Exception):
    """What was sent could not be made into a picture: it lies, is damaged, or is too much."""


def new_token() -> str:
    """Of a public name: nobody can guess it."""
    return secrets.token_hex(16)


def make_picture(source: Path, token: str, *, shortest: int = SHORTEST_SIDE) -> MadePicture:
    """Make the picture in all widths. Asked again with the token, it does the same again."""
    target = folder_of(token)
    target.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".unfinished-") as folder:
        Path(folder).chmod(0o755)
        width, height = _run(source, folder, shortest)
        shutil.rmtree(target, ignore_errors=True)
        made = Path(folder).rename(target)
        Path(folder).mkdir()
        for file in made.iterdir():
            file.chmod(0o644)
    return MadePicture(token, width, height)


def make_letter(made: MadePicture) -> bool:
    """A logo that was made before letters showed them, once more for those. Whether there was
    anything to do; one that is too small for it stays as it is."""
    folder = folder_of(made.token)
    sources = [folder / f"{width}.webp" for width in reversed(made.widths)]
    source = next((file for file in sources if file.is_file()), None)
    if source is None or (folder / LETTER).exists():
        return False
    with tempfile.TemporaryDirectory(dir=folder, prefix=".unfinished-") as unfinished:
        try:
            _run(source, unfinished, SHORTEST_MARK)
        except PictureBroken:
            return False
        letter = Path(unfinished) / LETTER
        letter.chmod(0o644)
        letter.rename(folder / LETTER)
    return True


def make_small_picture(source: Path, *, shortest: int) -> bytes:
    """The picture in one size, for whom it is shown to alone; nothing is kept here."""
    with tempfile.TemporaryDirectory() as folder:
        _run(source, folder, shortest, SMALL)
        return (Path(folder) / f"{SMALL}.webp").read_bytes()


def remove_picture(token: str) -> None:
    shutil.rmtree(folder_of(token), ignore_errors=True)


def _run(source: Path, folder: str, shortest: int, *widths: int) -> tuple[int, int]:
    numbers = map(str, (shortest, *widths))
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-m", MAKER, str(source), folder, *numbers],
            cwd=folder,
            env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
            capture_output=True,
            timeout=PATIENCE,
            check=True,
        )
        width, _, height = done.stdout.decode().strip().partition("x")
        return int(width), int(height)
    except (subprocess.SubprocessError, ValueError) as error:
        raise PictureBroken(type(error).__name__) from error
