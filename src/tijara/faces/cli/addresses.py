"""Where the market answers, and with which accounts one may look around."""

from pathlib import Path

from tijara.faces.cli.terminal import say
from tijara.platform import places
from tijara.platform.demonstration import began_empty

ACCOUNTS, SETUP = "demonstration_accounts", "setup_link"
PAGES = {
    "the market": "/",
    "in English": "/en/",
    "seller hub": "/hub/",
    "back office": "/office/",
}
OF_A_DEMONSTRATION = {"messages": "/inbox/", "components": "/ui/"}


def show() -> None:
    if link := setup_link():
        say()
        say("  Your market is empty. This link sets it up; it is good once, for 48 hours:")
        say(f"  {link}")
        return
    root = f"http://localhost:{places.web_port()}"
    say()
    for name, path in (PAGES if began_empty() else PAGES | OF_A_DEMONSTRATION).items():
        say(f"  {name:<12} {root}{path}")
    if (file := _kept(ACCOUNTS)).exists():
        say()
        say(file.read_text())


def setup_link() -> str:
    """The link that lets the owner of an empty market in; nothing where it was used."""
    file = _kept(SETUP)
    return file.read_text() if file.exists() else ""


def keep_setup_link(link: str) -> None:
    """Readable by nobody but who runs the market: the link is the key to it."""
    _keep(_kept(SETUP), link)


def keep_accounts(lines: list[str]) -> None:
    """For the next start, which tells them without asking the database."""
    _keep(_kept(ACCOUNTS), "\n".join(f"  {line}" for line in lines))


def _keep(file: Path, text: str) -> None:
    file.unlink(missing_ok=True)
    if text:
        file.touch(mode=0o600)
        file.write_text(text)


def _kept(name: str) -> Path:
    return places.made(places.data() / "run") / name
