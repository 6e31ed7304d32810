"""The link with which the owner of an empty installation begins its set-up."""

from urllib.parse import parse_qs, urlencode, urlsplit

from django.conf import settings

from tijara.domains.installation.actions import issue_key
from tijara.domains.installation.queries import fault_of_key, setup_state
from tijara.domains.markets.queries import forget_markets, markets
from tijara.kit.actor import SYSTEM


def new_link() -> str:
    """The one before is good no more. SetupOver where everything was set up."""
    return f"{settings.PUBLIC_ADDRESS}/setup/?{urlencode({'key': issue_key(actor=SYSTEM)})}"


def fresh_link(before: str) -> str:
    """The link to show at a start: the one that was shown before, as long as it is good; nothing
    where somebody has claimed the market, or where commands have opened one."""
    state = setup_state()
    if state is None:
        forget_markets()
        return "" if markets() else new_link()
    if state.owner_id is not None or state.is_finished:
        return ""
    key = parse_qs(urlsplit(before).query).get("key", [""])[0]
    return before if key and not fault_of_key(key) else new_link()
