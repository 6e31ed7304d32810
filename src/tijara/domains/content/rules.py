"""What banners and shelves may say, where they may lead, and in which order shelves stand."""

import re
from collections.abc import Sequence
from dataclasses import asdict
from uuid import UUID, uuid5

from tijara.kit.arabic import strip_controls

from .shapes import PLACED, BannerDraft, Days, ShelfDraft, ShelfSource

LONGEST = {"heading": 80, "words": 240, "button": 40}
LANGUAGES = ("ar", "en", "fr")
LONGEST_LINK = 300
LINK = re.compile(r"/(?![/\\])[^\s\\]*")
"""Within the market: nothing that a browser would take for another site's address."""
POSITIONS = (1, 99)
MOST_BANNERS = 20
"""Of one market, those that are over or off among them."""
MOST_SHELVES = 20
LONGEST_PLACE = 255
AT_FIRST = (ShelfSource.POPULAR, ShelfSource.REDUCED, ShelfSource.NEW)
"""What a front page shows that nobody has arranged."""


def checked_banner(told: BannerDraft, own_address: str) -> tuple[BannerDraft, dict[str, str]]:
    """As it is kept, and what is wrong with it: a code by field. A link that was copied from the
    market's own page, with the address before it, is taken for what follows."""
    texts = {
        f"{part}_{code}": strip_controls(getattr(told, f"{part}_{code}"))
        for part in LONGEST
        for code in LANGUAGES
    }
    link = strip_controls(told.link)
    if own_address and link.startswith(own_address):
        link = link.removeprefix(own_address) or "/"
    tidy = BannerDraft(**(asdict(told) | texts | {"link": link}))
    faults = {
        name: "too_long"
        for name, text in texts.items()
        if len(text) > LONGEST[name.partition("_")[0]]
    }
    if not tidy.heading_ar:
        faults["heading_ar"] = "empty"
    return tidy, faults | _place_faults(tidy)


def _place_faults(tidy: BannerDraft) -> dict[str, str]:
    faults = {}
    if len(tidy.link) > LONGEST_LINK:
        faults["link"] = "too_long"
    elif not tidy.link:
        faults["link"] = "empty"
    elif not LINK.fullmatch(tidy.link):
        faults["link"] = "not_within"
    if not POSITIONS[0] <= tidy.position <= POSITIONS[1]:
        faults["position"] = "outside_limits"
    return faults | _day_faults(tidy)


def _day_faults(told: Days) -> dict[str, str]:
    is_reversed = told.shown_from and told.shown_until and told.shown_until < told.shown_from
    return {"shown_until": "days_reversed"} if is_reversed else {}


def checked_shelf(told: ShelfDraft) -> tuple[ShelfDraft, dict[str, str]]:
    """As it is kept, and what is wrong with it. Only what is picked by hand has no name of its
    own: it needs a heading."""
    headings = {f"heading_{code}" for code in LANGUAGES}
    texts = {name: strip_controls(getattr(told, name)) for name in headings}
    place = told.place.strip() if told.source in PLACED else ""
    tidy = ShelfDraft(**(asdict(told) | texts | {"place": place}))
    faults = {name: "too_long" for name, text in texts.items() if len(text) > LONGEST["heading"]}
    if told.source is ShelfSource.PICKED and not tidy.heading_ar:
        faults["heading_ar"] = "empty"
    if told.source in PLACED and not 0 < len(place) <= LONGEST_PLACE:
        faults["place"] = "unknown"
    return tidy, faults | _day_faults(tidy)


def first_shelf_id(market_id: UUID, source: ShelfSource) -> UUID:
    """The same whoever writes it down, so that two who begin at once write one."""
    return uuid5(market_id, f"shelf:{source}")


def put_at[T](things: Sequence[T], thing: T, place: int) -> list[T]:
    """The same things with one at this place, counted from one; the others keep their order."""
    others = [one for one in things if one != thing]
    at = min(max(place, 1), len(others) + 1) - 1
    return [*others[:at], thing, *others[at:]]
