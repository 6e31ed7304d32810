"""Our few modules as one file; htmx from its package, for the pages that ask for it."""

import shutil
from pathlib import Path

from tijara.platform import places

SOURCES = Path(__file__).resolve().parent.parent / "static" / "ui" / "js"
WORKER = "worker.js"
HTMX = "htmx.org/dist/htmx.min.js"


def build_scripts(folder: Path) -> None:
    """Each module stands in a block of its own, so that their names never meet."""
    modules = sorted(SOURCES.glob("*.js"))
    text = "".join(f"{{\n{module.read_text()}}}\n" for module in modules)
    htmx = places.checkout() / "node_modules" / HTMX
    if htmx.exists():
        shutil.copyfile(htmx, folder / "htmx.js")
    (folder / "site.js").write_text(text)


def build_worker(folder: Path) -> None:
    """It lies at the top of the site, because it looks after all of it."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(SOURCES.parent / WORKER, folder / WORKER)
