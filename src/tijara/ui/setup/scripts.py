"""Our few modules as one file, those of the desks as another; htmx from its package, for the pages
that ask for it."""

import shutil
from pathlib import Path

from tijara.platform import places

SOURCES = Path(__file__).resolve().parent.parent / "static" / "ui" / "js"
WORKER = "worker.js"
HTMX = "htmx.org/dist/htmx.min.js"


def build_scripts(folder: Path) -> None:
    htmx = places.checkout() / "node_modules" / HTMX
    if htmx.exists():
        shutil.copyfile(htmx, folder / "htmx.js")
    (folder / "site.js").write_text(_joined(SOURCES))
    (folder / "desk.js").write_text(_joined(SOURCES / "desk"))


def _joined(folder: Path) -> str:
    """Each module stands in a block of its own, so that their names never meet."""
    return "".join(
        f"{{\n{lighter(module.read_text())}}}\n" for module in sorted(folder.glob("*.js"))
    )


def lighter(script: str) -> str:
    """Without the lines that only readers of the source need, and without indentation."""
    lines = (line.strip() for line in script.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


def build_worker(folder: Path) -> None:
    """It lies at the top of the site, because it looks after all of it."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(SOURCES.parent / WORKER, folder / WORKER)
