"""Our few modules as one file; htmx from its package, for the pages that ask for it."""

import shutil
from pathlib import Path

from tijara.platform import places

SOURCES = Path(__file__).resolve().parent.parent / "static" / "ui" / "js"
HTMX = "htmx.org/dist/htmx.min.js"


def build_scripts(folder: Path) -> None:
    """Each module stands in a block of its own, so that their names never meet."""
    modules = sorted(SOURCES.glob("*.js"))
    text = "".join(f"{{\n{lighter(module.read_text())}}}\n" for module in modules)
    htmx = places.checkout() / "node_modules" / HTMX
    if htmx.exists():
        shutil.copyfile(htmx, folder / "htmx.js")
    (folder / "site.js").write_text(text)


def lighter(script: str) -> str:
    """Without the lines that only readers of the source need, and without indentation."""
    lines = (line.strip() for line in script.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))
