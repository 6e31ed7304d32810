"""Regions and cities, read once from the package's files."""

import csv
from functools import cache
from pathlib import Path

from .shapes import City, Region

PLACES = Path(__file__).parent / "places"
COUNTRIES = ("SA", "EG", "AE")
"""The countries whose places are known."""


@cache
def regions(country: str) -> list[Region]:
    return [
        Region(row["code"], country, row["name_ar"], row["name_en"])
        for row in _rows(country, "regions")
    ]


@cache
def cities(country: str) -> list[City]:
    """Region by region; Saudi and Emirati ones with the region's capital first."""
    return [
        City(row["code"], country, row["region"], row["name_ar"], row["name_en"])
        for row in _rows(country, "cities")
    ]


def city(code: str) -> City | None:
    return _by_code().get(code)


def region(code: str) -> Region | None:
    return _regions_by_code().get(code)


def is_place(code: str, country: str) -> bool:
    """Is it a region or a city of this country?"""
    found = city(code)
    if found is not None:
        return found.country == country
    whole = region(code)
    return whole is not None and whole.country == country


@cache
def _regions_by_code() -> dict[str, Region]:
    return {region.code: region for country in COUNTRIES for region in regions(country)}


@cache
def _by_code() -> dict[str, City]:
    return {city.code: city for country in COUNTRIES for city in cities(country)}


def _rows(country: str, what: str) -> list[dict[str, str]]:
    if country not in COUNTRIES:
        return []
    with (PLACES / f"{country.lower()}_{what}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
