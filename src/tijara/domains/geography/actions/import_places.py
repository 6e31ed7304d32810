"""Bring an operator's list of regions, cities or districts in beside the places that are known."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.kit.tables import Row, Table, TableUnreadable, open_table
from tijara.platform.action import action
from tijara.platform.changes import tell_everything

from ..models import Place
from ..queries import forget_places, shipped_cities, shipped_regions
from ..rules import (
    FIELDS,
    LONGEST_NAME,
    LONGEST_NUMBER,
    PARENT,
    code_of,
    columns_of,
    plain,
    plain_region,
)
from ..shapes import Level, PlacesReport, RefusedPlace

BATCH = 1000
EXAMPLES = 5
MOST_ROWS = 200_000
LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('geography.import_places', 0))"
TOLD = ("parent", "name_ar", "name_en", "number", "told_at")


class FileUnreadable(Refusal):
    """`why` is a code of kit.tables."""

    code = "geography.file_unreadable"


class ColumnsUnclear(Invalid):
    """The header doesn't say which column holds the names, or what the rows lie in."""

    code = "geography.columns_unclear"


@dataclass(slots=True)
class _Known:
    """What is there already, and what the rows before have brought."""

    by_number: dict[str, Place] = field(default_factory=dict)
    by_name: dict[tuple[str, str], Place] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    """A parent's code by its code, its number and its names, where only one is called so."""
    codes: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)
    """The places that the rows before have told of."""


@dataclass(slots=True)
class _Tally:
    rows: int = 0
    added: list[Place] = field(default_factory=list)
    changed: list[Place] = field(default_factory=list)
    shipped: int = 0
    same: int = 0
    refused: list[RefusedPlace] = field(default_factory=list)


@action(power=Power.MARKETS_MANAGE)
def import_places(
    *,
    actor: Actor,
    country: str,
    file: Path,
    level: Level | None = None,
    columns: Mapping[str, str] | None = None,
    is_dry_run: bool = False,
    on_progress: Callable[[int], None] = lambda rows: None,
) -> PlacesReport:
    """All of its good rows or, where it breaks off, none. The same list again changes nothing.

    A place is known again by its list's number, else by its name within its region or city. What
    is known keeps its code for ever; nothing is ever taken away. `columns` tells what a column is
    where its name doesn't: number, name_ar, name_en, parent.
    """
    with connection.cursor() as cursor:
        cursor.execute(LOCK)
    table = _opened(file)
    found, places = _columns(table, level, columns or {})
    known, tally = _what_is_known(country, found), _Tally()
    try:
        for row in table.rows():
            tally.rows += 1
            _take(row, country, found, places, known, tally)
            if tally.rows % BATCH == 0:
                on_progress(tally.rows)
            if tally.rows > MOST_ROWS:
                raise FileUnreadable(why="too_large")
    except TableUnreadable as broken:
        raise FileUnreadable(why=broken.code) from broken
    if not is_dry_run:
        _keep(tally)
        forget_places()
        tell_everything()
    names = {name: table.header[place] for name, place in places.items()}
    return _report(country, found, is_dry_run, tally, names)


def _opened(file: Path) -> Table:
    try:
        return open_table(file)
    except TableUnreadable as broken:
        raise FileUnreadable(why=broken.code) from broken


def _columns(
    table: Table, level: Level | None, told: Mapping[str, str]
) -> tuple[Level, dict[str, int]]:
    found, places = columns_of(table.header, level)
    wrong = {
        column: "unknown"
        for column, name in told.items()
        if column not in table.header or name not in FIELDS
    }
    places |= {name: table.header.index(column) for column, name in told.items() if not wrong}
    if "name_ar" not in places and "name_en" not in places:
        wrong["name_ar"] = "no_name_column"
    if PARENT[found] and "parent" not in places:
        wrong["parent"] = "no_parent_column"
    if wrong:
        raise ColumnsUnclear(wrong, header=" · ".join(table.header), level=found.value)
    return found, places


def _what_is_known(country: str, level: Level) -> _Known:
    known = _Known(codes=set(Place.objects.values_list("code", flat=True)))
    for place in (*_shipped(country, level), *Place.objects.filter(country=country, level=level)):
        _learn(known, place)
    above = PARENT[level]
    if above:
        of_list = Place.objects.filter(country=country, level=above)
        known.parents = _names_of([*_shipped(country, above), *of_list])
    return known


def _plain(level: Level, name: str) -> str:
    return plain_region(name) if level is Level.REGION else plain(name)


def _shipped(country: str, level: Level) -> Iterator[Place]:
    if level is Level.REGION:
        for one in shipped_regions(country):
            yield Place(
                code=one.code, country=country, level=level, name_ar=one.name_ar,
                name_en=one.name_en, is_shipped=True,
            )  # fmt: skip
    elif level is Level.CITY:
        for city in shipped_cities(country):
            yield Place(
                code=city.code, country=country, level=level, parent=city.region,
                name_ar=city.name_ar, name_en=city.name_en, is_shipped=True,
            )  # fmt: skip


def _learn(known: _Known, place: Place) -> None:
    known.codes.add(place.code)
    if place.number:
        known.by_number[place.number] = place
    for name in (place.name_ar, place.name_en):
        if name:
            known.by_name[place.parent, _plain(Level(place.level), name)] = place


def _names_of(places: list[Place]) -> dict[str, str]:
    """A name that two have says nothing; a number and a code are one place's."""
    by_name: dict[str, set[str]] = {}
    for place in places:
        for name in filter(None, (place.name_ar, place.name_en)):
            by_name.setdefault(_plain(Level(place.level), name), set()).add(place.code)
    sure = {name: next(iter(codes)) for name, codes in by_name.items() if len(codes) == 1}
    numbers = {place.number: place.code for place in places if place.number}
    return sure | {place.code: place.code for place in places} | numbers


def _take(
    row: Row, country: str, level: Level, places: dict[str, int], known: _Known, tally: _Tally
) -> None:
    cells = {name: strip_controls(row.cells[place]) if place < len(row.cells) else ""
             for name, place in places.items()}  # fmt: skip
    number, name_ar, name_en = (cells.get(name, "") for name in ("number", "name_ar", "name_en"))
    said = cells.get("parent", "")
    above = PARENT[level]
    parent = known.parents.get(said) or known.parents.get(_plain(above, said), "") if above else ""
    told = Place(
        country=country, level=level, parent=parent, name_ar=name_ar or name_en, name_en=name_en,
        number=number, told_at=now(),
    )  # fmt: skip
    before = _before(told, known)
    fault = row.fault or _fault(told, before, known)
    if fault:
        tally.refused.append(RefusedPlace(row.line, fault, tuple(row.cells)))
        return
    _count(told, before, known, tally)


def _before(told: Place, known: _Known) -> Place | None:
    """By its number, else by its Arabic name. Regions are few: their English names are sure too."""
    level = Level(told.level)
    names = (told.name_ar, told.name_en) if level is Level.REGION else (told.name_ar,)
    by_name = (known.by_name.get((told.parent, _plain(level, name))) for name in names if name)
    return known.by_number.get(told.number) or next(filter(None, by_name), None)


def _fault(told: Place, before: Place | None, known: _Known) -> str:
    if not told.name_ar:
        return "no_name"
    if max(len(told.name_ar), len(told.name_en)) > LONGEST_NAME:
        return "name_too_long"
    if len(told.number) > LONGEST_NUMBER:
        return "number_too_long"
    if PARENT[Level(told.level)] and not told.parent:
        return "parent_unknown"
    if before and before.code in known.seen:
        return "repeated"
    return "other_place" if before and _is_another(before, told) else ""


def _is_another(before: Place, told: Place) -> bool:
    """The number was another place's so far: addresses that hold it must not move there."""
    level = Level(told.level)
    names = {_plain(level, name) for name in (before.name_ar, before.name_en) if name}
    return not names & {_plain(level, name) for name in (told.name_ar, told.name_en) if name}


def _count(told: Place, before: Place | None, known: _Known, tally: _Tally) -> None:
    if before is None:
        start = told.country.lower() + ("-d" if told.level == Level.DISTRICT else "")
        told.code = code_of(start, told.name_en, told.number, known.codes)
        known.seen.add(told.code)
        tally.added.append(told)
        _learn(known, told)
        return
    told.code = before.code
    known.seen.add(told.code)
    told.is_shipped = before.is_shipped
    if before.is_shipped:
        tally.shipped += 1
        told.name_ar, told.name_en, told.parent = before.name_ar, before.name_en, before.parent
    told.number = told.number or before.number
    alike = all(getattr(told, name) == getattr(before, name) for name in TOLD[:-1])
    if not alike:
        tally.changed.append(told)
    elif not before.is_shipped:
        tally.same += 1
    _learn(known, told)


def _keep(tally: _Tally) -> None:
    Place.objects.bulk_create(
        [*tally.added, *tally.changed],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=list(TOLD),
    )


def _report(
    country: str, level: Level, is_dry_run: bool, tally: _Tally, columns: dict[str, str]
) -> PlacesReport:
    changed = [place for place in tally.changed if not place.is_shipped]
    return PlacesReport(
        country=country,
        level=level,
        is_dry_run=is_dry_run,
        rows=tally.rows,
        added=len(tally.added),
        changed=len(changed),
        same=tally.same,
        shipped=tally.shipped,
        examples=tuple(place.name_ar for place in tally.added[:EXAMPLES]),
        columns=columns,
        refused=tuple(tally.refused),
    )
