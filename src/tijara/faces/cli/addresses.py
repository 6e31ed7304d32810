"""Where the market answers, and with which accounts one may look around."""

from pathlib import Path

from tijara.faces.cli.terminal import say
from tijara.platform import places
from tijara.platform.demonstration import began_empty
from tijara.platform.printed_link import printed_link

ACCOUNTS = "demonstration_accounts"
PAGES = {
    "the market": "/",
    "in English": "/en/",
    "seller hub": "/hub/",
    "back office": "/office/",
}
OF_A_DEMONSTRATION = {"messages": "/inbox/", "components": "/ui/"}


def show() -> None:
    root = f"http://localhost:{places.web_port()}"
    say()
    for name, path in (PAGES if began_empty() else PAGES | OF_A_DEMONSTRATION).items():
        say(f"  {name:<12} {root}{path}")
    if (file := _accounts()).exists():
        say()
        say(file.read_text())
    if link := printed_link():
        say()
        say("  Your market is empty. This link sets it up; it is good once, for 48 hours:")
        say(f"  {link}")


def keep_accounts(lines: list[str]) -> None:
    """For the next start, which tells them without asking the database."""
    file = _accounts()
    file.unlink(missing_ok=True)
    if lines:
        file.touch(mode=0o600)
        file.write_text("\n".join(f"  {line}" for line in lines))


def _accounts() -> Path:
    return places.made(places.data() / "run") / ACCOUNTS
