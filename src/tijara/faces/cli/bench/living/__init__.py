"""`…inside living open`: the markets of a hostile history, each in a currency of its own.
`…inside living live SEED ORDERS`: one hand's part of it, so many orders with sellers and buyers of
its own, all of it by the actions that pages call. Says what it did and what that cost.

Placing is not measured (the checkout's bench is for that): an event is whatever moves money or a
parcel after it. Everything may happen twice, too late, or to what has ended; a refusal is an event.
"""

import json

from tijara.faces.cli.terminal import say

from .hand import live
from .places import open_markets


def run(what: str, seed: str = "", many: str = "0") -> None:
    if what == "open":
        open_markets()
    else:
        say(json.dumps(live(seed, int(many))))
