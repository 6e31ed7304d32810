"""The link that a start prints for the owner of an empty installation: in a file that none but who
runs it can read, thrown away as soon as somebody has come in by it.
"""

from pathlib import Path

from tijara.platform import places


def printed_link() -> str:
    """Nothing where there is none to show."""
    file = _file()
    return file.read_text() if file.exists() else ""


def keep_link(link: str) -> None:
    file = _file()
    file.unlink(missing_ok=True)
    if link:
        places.made(file.parent)
        file.touch(mode=0o600)
        file.write_text(link)


def _file() -> Path:
    return places.data() / "run" / "setup_link"
