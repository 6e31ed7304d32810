"""Where a checkout keeps its data and on which ports it answers, all derived from its path.

Two checkouts on one machine never meet: folder, ports and database follow from the path. Nor do
two data folders of one checkout.
"""

import hashlib
import os
from functools import cache
from pathlib import Path


@cache
def checkout() -> Path:
    """The folder that holds pyproject.toml, or TIJARA_HOME."""
    if home := os.environ.get("TIJARA_HOME"):
        return Path(home).resolve()
    for folder in Path(__file__).resolve().parents:
        if (folder / "pyproject.toml").exists():
            return folder
    return Path.cwd()


def mark() -> str:
    """Eight letters that are this checkout's own, and its data folder's where one is given."""
    place = f"{checkout()}{os.environ.get('TIJARA_DATA', '')}"
    return hashlib.sha256(place.encode()).hexdigest()[:8]


def data() -> Path:
    """Database files, uploads, keys, logs. TIJARA_DATA wins.

    Root keeps it under /var/lib, because the service user that PostgreSQL needs may not be able
    to walk into the checkout; anyone else keeps it in the checkout's var/.
    """
    if place := os.environ.get("TIJARA_DATA"):
        return Path(place).resolve()
    if os.geteuid() == 0:
        return Path("/var/lib/tijara") / f"{checkout().name}-{mark()}"
    return checkout() / "var"


def made(folder: Path) -> Path:
    """The folder, made with its missing parents; folders that stand keep their modes.

    What root makes, the service user may walk through, whatever the umask is.
    """
    mode = 0o755 if os.geteuid() == 0 else 0o700
    for part in reversed([part for part in [folder, *folder.parents] if not part.exists()]):
        part.mkdir(exist_ok=True)
        part.chmod(mode)
    return folder


def base_port() -> int:
    """The first of ten ports that are this checkout's own."""
    return 20000 + (int(mark(), 16) % 1200) * 10


def web_port() -> int:
    return int(os.environ.get("PORT") or base_port())


def database_port() -> int:
    return base_port() + 1


def simulator_port() -> int:
    """Of the payment gateway's simulator, which a demonstration runs."""
    return base_port() + 3


def database_socket() -> Path:
    """The folder of PostgreSQL's socket: short, because a socket's path may have 107 bytes.

    Not TMPDIR, which is long here and there and differs from shell to shell. The folder is made
    with mode 0700, and one that is somebody else's is refused.
    """
    return Path(os.sep, "tmp", f"tijara-{mark()}")
