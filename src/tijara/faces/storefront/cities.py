"""The list of cities to choose from, under their regions."""

from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language

from tijara.domains.geography.queries import cities, city, regions
from tijara.domains.geography.shapes import Region
from tijara.ui.pieces.words import named

OPTION = '<option value="{}">{}</option>'
CHOSEN = '<option value="{}" selected>{}</option>'


def city_options(country: str, chosen: str) -> str:
    """<optgroup>s of <option>s; the chosen city is marked."""
    return _options(country, get_language() or "ar", chosen if city(chosen) else "")


@lru_cache(maxsize=512)
def _options(country: str, language: str, chosen: str) -> str:
    """Drawn once for each language and city, because the list is long."""
    groups = ((named(region), _of(country, region, chosen)) for region in regions(country))
    return format_html_join("", '<optgroup label="{}">{}</optgroup>', groups)


def _of(country: str, region: Region, chosen: str) -> str:
    within = [one for one in cities(country) if one.region == region.code]
    options = (
        (format_html(CHOSEN if one.code == chosen else OPTION, one.code, named(one)),)
        for one in within
    )
    return format_html_join("", "{}", options)
