"""The list of cities to choose from, under their regions; the others are written by name."""

from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language

from tijara.domains.geography.queries import city, listed_cities, region, regions
from tijara.domains.geography.shapes import City, Region
from tijara.ui.pieces.words import named

OPTION = '<option value="{}">{}</option>'
CHOSEN = '<option value="{}" selected>{}</option>'


def city_options(country: str, chosen: str) -> str:
    """<optgroup>s of <option>s; the chosen city is marked, and there although it is not listed."""
    known = chosen if city(chosen) else ""
    return _options(country, get_language() or "ar", known, len(listed_cities(country)))


def full_name(place: City) -> str:
    """As it is told apart from others of its name: "الروضة، القصيم"."""
    where = region(place.region)
    comma = "، " if get_language() == "ar" else ", "
    return comma.join([named(place), named(where)] if where else [named(place)])


@lru_cache(maxsize=512)
def _options(country: str, language: str, chosen: str, listed: int) -> str:
    """Drawn once for each language and city, because the list is long."""
    groups = ((named(region), _of(country, region, chosen)) for region in regions(country))
    return format_html_join("", '<optgroup label="{}">{}</optgroup>', (g for g in groups if g[1]))


def _of(country: str, region: Region, chosen: str) -> str:
    within = [one for one in listed_cities(country, chosen) if one.region == region.code]
    options = (
        (format_html(CHOSEN if one.code == chosen else OPTION, one.code, named(one)),)
        for one in within
    )
    return format_html_join("", "{}", options)
