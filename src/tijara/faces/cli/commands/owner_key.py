"""Print a new link for the set-up of an empty market; the one before is good no more.

Also for an owner who lost his way in before the set-up was over: who opens the link takes his
place.
"""

from tijara.domains.installation.actions import SetupOver
from tijara.domains.installation.queries import setup_state
from tijara.domains.markets.queries import markets
from tijara.faces.cli.owner_link import new_link
from tijara.faces.cli.terminal import say, warn
from tijara.platform.printed_link import keep_link


def run(options) -> int:
    if setup_state() is None and markets():
        warn("A market was opened here by commands: there is nothing to set up.")
        return 1
    try:
        link = new_link()
    except SetupOver:
        warn("This market is set up already; people are let in at /office/people.")
        return 1
    keep_link(link)
    say(f"For 48 hours, once:  {link}")
    return 0
