"""Message catalogues: compiled by Babel at set-up, so that no gettext programs are needed."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).resolve().parent.parent.parent


def catalogues() -> list[Path]:
    return sorted(PACKAGE.glob("**/locale/*/LC_MESSAGES/*.po"))


def compile_messages() -> int:
    """Every catalogue that is newer than its compiled form; how many there were."""
    count = 0
    for source in catalogues():
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parent.parent.name)
        with target.open("wb") as file:
            write_mo(file, catalogue)
        count += 1
    return count
