"""What a banner may say, and where it may lead."""

import re
from dataclasses import asdict

from tijara.kit.arabic import strip_controls

from .shapes import BannerDraft

LONGEST = {"heading": 80, "words": 240, "button": 40}
LANGUAGES = ("ar", "en", "fr")
LONGEST_LINK = 300
LINK = re.compile(r"/(?![/\\])[^\s\\]*")
"""Within the market: nothing that a browser would take for another site's address."""
POSITIONS = (1, 99)
MOST_BANNERS = 20
"""Of one market, those that are over or off among them."""


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
    if tidy.shown_from and tidy.shown_until and tidy.shown_until < tidy.shown_from:
        faults["shown_until"] = "days_reversed"
    return faults
