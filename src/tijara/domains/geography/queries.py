"""Regions, cities and districts: those of the package's files, and those of operators' lists."""

import csv
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path

from django.db.models import Count, Max

from tijara.kit.recent import Recent

from .models import Place
from .rules import plain, plain_region
from .shapes import City, District, KnownPlaces, Level, Region

PLACES = Path(__file__).parent / "places"
COUNTRIES = ("SA", "EG", "AE")
"""The countries whose places ship with the project."""
MOST_LISTED = 500
"""A longer list of cities is not for choosing from: it is searched."""
Stamp = tuple[tuple[str, str, int, datetime], ...]
"""(country, level, how many, when last told) of what lists have brought."""


def regions(country: str) -> list[Region]:
    return [*shipped_regions(country), *_brought(_stamp.get())[0].get(country, ())]


def cities(country: str) -> list[City]:
    """Region by region; Saudi and Emirati ones with the region's capital first, and what an
    operator's list has brought after all that ship."""
    return [*shipped_cities(country), *_brought(_stamp.get())[1].get(country, ())]


def listed_cities(country: str, also: str = "") -> list[City]:
    """Those that a form offers to choose from: what ships, or a short list; and `also`, the code
    of what was chosen before. Nothing asks the database for what ships."""
    listed = shipped_cities(country)
    if not listed:
        known = cities(country)
        listed = known if len(known) <= MOST_LISTED else []
    chosen = city(also)
    is_missing = chosen and chosen.country == country and chosen not in listed
    return [*listed, chosen] if chosen and is_missing else listed


def has_more_cities(country: str) -> bool:
    """Are there others than those that are offered? A form lets them be written."""
    if shipped_cities(country):
        return _has(country, Level.CITY)
    return len(cities(country)) > MOST_LISTED


def has_cities(country: str) -> bool:
    """Does any list know its cities? Else they are written by name, as an address has them."""
    return bool(shipped_cities(country)) or _has(country, Level.CITY)


def has_districts(country: str) -> bool:
    return _has(country, Level.DISTRICT)


def cities_called(typed: str, country: str, limit: int = 12) -> list[City]:
    """The cities of that name, in any language, "name، region" where it is one of several;
    else those that begin so, or hold it. One alone: it is meant."""
    name, _comma, where = typed.replace("،", ",").partition(",")
    wanted, region_wanted = plain(name), plain_region(where)
    if not wanted:
        return []
    index = _index(country, _stamp.get())
    if region_wanted:
        within = {one.code for one in regions(country) if region_wanted in _region_names(one)}
        index = [(names, city) for names, city in index if city.region in within]
    exact = [city for names, city in index if wanted in names]
    near = [city for names, city in index if any(one.startswith(wanted) for one in names)]
    held = [city for names, city in index if any(wanted in one for one in names)]
    found = exact or dict.fromkeys([*near, *held])
    return list(found)[:limit]


def city(code: str) -> City | None:
    found = _shipped_by_code().get(code)
    return found or (_brought(_stamp.get())[2].get(code) if code else None)


def town(written: str) -> City | None:
    """Where an address says that it is: the city of a code; else the name, as it was written."""
    found = city(written)
    return found or (City("", "", "", written, written, written) if written else None)


def region(code: str) -> Region | None:
    found = _shipped_regions_by_code().get(code)
    return found or (_brought(_stamp.get())[3].get(code) if code else None)


def districts(city_code: str) -> list[District]:
    """By their Arabic names."""
    rows = Place.objects.filter(level=Level.DISTRICT, parent=city_code).order_by("name_ar")
    return [District(*row) for row in rows.values_list("code", "parent", "name_ar", "name_en")]


def is_place(code: str, country: str) -> bool:
    """Is it a region or a city of this country?"""
    found = city(code)
    if found is not None:
        return found.country == country
    whole = region(code)
    return whole is not None and whole.country == country


def known_places() -> list[KnownPlaces]:
    """What lists stand, by country and level; countries of which nothing is known are left out."""
    rows = Place.objects.values_list("country", "level", "is_shipped")
    told = {row[:3]: row[3:] for row in rows.annotate(Count("code"), Max("told_at")).order_by()}
    countries = sorted({*COUNTRIES, *(country for country, _level, _shipped in told)})
    return [_known(country, level, told) for country in countries for level in Level]


def forget_places() -> None:
    _stamp.forget()


def _known(country: str, level: Level, told: dict[tuple, tuple]) -> KnownPlaces:
    shipped = {
        Level.REGION: len(shipped_regions(country)),
        Level.CITY: len(shipped_cities(country)),
    }
    brought, last = told.get((country, level, False), (0, None))
    _numbered, again = told.get((country, level, True), (0, None))
    moments = [moment for moment in (last, again) if moment]
    last_told = max(moments, default=None)
    return KnownPlaces(country, level, shipped.get(level, 0), brought, last_told)


def _has(country: str, level: Level) -> bool:
    return any(row[:2] == (country, level) for row in _stamp.get())


def _read_stamp() -> Stamp:
    """It changes with the lists, and is cheap to ask for."""
    rows = Place.objects.filter(is_shipped=False).values_list("country", "level")
    told = rows.annotate(Count("code"), Max("told_at"))
    return tuple(told.order_by("country", "level"))


_stamp = Recent(_read_stamp, seconds=30)


@lru_cache(maxsize=2)
def _brought(stamp: Stamp) -> tuple[dict, dict, dict, dict]:
    """(regions by country, cities by country, cities by code, regions by code) of the lists."""
    if all(level == Level.DISTRICT for _country, level, _count, _last in stamp):
        return {}, {}, {}, {}
    rows = Place.objects.filter(is_shipped=False).exclude(level=Level.DISTRICT)
    told = rows.order_by("country", "parent", "code")
    regions: dict[str, list[Region]] = {}
    cities: dict[str, list[City]] = {}
    for level, code, country, parent, *names in told.values_list(
        "level", "code", "country", "parent", "name_ar", "name_en"
    ):
        if level == Level.REGION:
            regions.setdefault(country, []).append(Region(code, country, *names))
        else:
            cities.setdefault(country, []).append(City(code, country, parent, *names))
    by_code = {one.code: one for of_country in cities.values() for one in of_country}
    regions_by_code = {one.code: one for of_country in regions.values() for one in of_country}
    return regions, cities, by_code, regions_by_code


@lru_cache(maxsize=8)
def _index(country: str, stamp: Stamp) -> list[tuple[frozenset[str], City]]:
    return [(_names(city), city) for city in cities(country)]


def _names(city: City) -> frozenset[str]:
    return frozenset(plain(name) for name in (city.name_ar, city.name_en, city.name_fr) if name)


def _region_names(region: Region) -> frozenset[str]:
    return frozenset(
        plain_region(name) for name in (region.name_ar, region.name_en, region.name_fr) if name
    )


@cache
def shipped_regions(country: str) -> list[Region]:
    return [
        Region(row["code"], country, row["name_ar"], row["name_en"], _in_french(row["code"]))
        for row in _rows(country, "regions")
    ]


@cache
def shipped_cities(country: str) -> list[City]:
    return [
        City(
            row["code"],
            country,
            row["region"],
            row["name_ar"],
            row["name_en"],
            _in_french(row["code"]),
        )
        for row in _rows(country, "cities")
    ]


@cache
def _shipped_regions_by_code() -> dict[str, Region]:
    return {one.code: one for country in COUNTRIES for one in shipped_regions(country)}


@cache
def _shipped_by_code() -> dict[str, City]:
    return {one.code: one for country in COUNTRIES for one in shipped_cities(country)}


def _rows(country: str, what: str) -> list[dict[str, str]]:
    return _read(f"{country.lower()}_{what}") if country in COUNTRIES else []


def _in_french(code: str) -> str:
    return _french().get(code, "")


@cache
def _french() -> dict[str, str]:
    return {row["code"]: row["name_fr"] for row in _read("french")}


def _read(name: str) -> list[dict[str, str]]:
    with (PLACES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
