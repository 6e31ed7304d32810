"""Where the market answers, and with which accounts one may look around."""

from tijara.faces.cli.terminal import say
from tijara.platform import places

PAGES = {
    "the market": "/",
    "in English": "/en/",
    "seller hub": "/hub/",
    "back office": "/office/",
    "messages": "/inbox/",
    "components": "/ui/",
}


def show() -> None:
    root = f"http://localhost:{places.web_port()}"
    say()
    for name, path in PAGES.items():
        say(f"  {name:<12} {root}{path}")
