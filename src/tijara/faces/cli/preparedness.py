"""Whether anything changed since the last preparation: asked without loading Django, so that a
warm start waits for nothing.
"""

import hashlib
import os
from pathlib import Path

from tijara.platform import places
from tijara.platform.postgres import cluster, target

PACKAGE = Path(__file__).resolve().parents[2]
PASSED_OVER = frozenset({"__pycache__", "tests"})
COLLECTED = Path("build") / "static" / "staticfiles.json"


def is_prepared() -> bool:
    """On a server of one's own the schema may change without us: there, never."""
    if not target.is_embedded() or not (places.checkout() / COLLECTED).exists():
        return False
    try:
        return _mark().read_text() == _state()
    except OSError:
        return False


def note_prepared() -> None:
    if target.is_embedded():
        _mark().write_text(_state())


def forget_prepared() -> None:
    _mark().unlink(missing_ok=True)


def _mark() -> Path:
    """Beside the database's files: who throws them away throws the mark away."""
    return cluster.of_checkout().home / "prepared"


def _state() -> str:
    """Of every file of the package, and of what was installed for it."""
    digest = hashlib.sha256(str(places.checkout()).encode())
    for folder, folders, files in os.walk(PACKAGE):
        folders[:] = sorted(name for name in folders if name not in PASSED_OVER)
        for name in sorted(files):
            if not name.endswith((".mo", ".pyc")):
                status = os.stat(os.path.join(folder, name))
                told = f"{folder}/{name} {status.st_mtime_ns} {status.st_size}\n"
                digest.update(told.encode())
    for place in ("node_modules", "requirements/run.txt"):
        file = places.checkout() / place
        digest.update(f"{place} {file.stat().st_mtime_ns if file.exists() else 0}".encode())
    for name in ("TIJARA_DEMONSTRATION", "TIJARA_HOSTS", "TIJARA_BIND"):
        digest.update(f"{name} {os.environ.get(name, '')}".encode())
    return digest.hexdigest()
