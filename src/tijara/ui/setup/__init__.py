"""What set-up makes of the sources: style sheets, fonts, scripts, message catalogues.

Everything lands in `build/assets/ui/` (never committed), from where it is collected
(`tijara setup`): named by its hash, compressed, served for ever.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

from tijara.platform import places
from tijara.ui.setup.fonts import build_fonts
from tijara.ui.setup.messages import compile_messages
from tijara.ui.setup.pictures import DRAWN_FROM_ART, build_artwork, build_icons
from tijara.ui.setup.scripts import build_scripts, build_worker
from tijara.ui.setup.styles import build_styles


def assets_folder() -> Path:
    return places.checkout() / "build" / "assets" / "ui"


def build(say: Callable[[str], None] = lambda line: None) -> None:
    """Everything, from nothing but the artwork's smaller pictures, which take long. npm packages
    that are missing cost fonts, never the site."""
    folder = assets_folder()
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        if old.is_file():
            old.unlink()
        elif old.name not in DRAWN_FROM_ART:
            shutil.rmtree(old)
    fonts = build_fonts(folder, places.checkout() / "node_modules")
    build_styles(folder, fonts)
    build_scripts(folder)
    build_worker(places.checkout() / "build" / "root")
    build_icons(folder)
    build_artwork(folder)
    if not fonts:
        say("fonts: the npm packages are missing; pages use the system's Arabic faces")
    say(f"messages: {compile_messages()} catalogues compiled")


def build_if_stale(say: Callable[[str], None] = lambda line: None) -> bool:
    """`build()` unless what is there is newer than every source. True when it was built."""
    mark = assets_folder() / "site.js"
    if mark.exists() and mark.stat().st_mtime >= _newest_source():
        compile_messages()
        return False
    build(say)
    return True


def _newest_source() -> float:
    here = Path(__file__).resolve().parent
    kinds = ("*.css", "*.js", "*.avif", "mark.svg")
    sources = [file for kind in kinds for file in (here.parent / "static").rglob(kind)]
    return max(file.stat().st_mtime for file in [*sources, *here.glob("*.py")])
