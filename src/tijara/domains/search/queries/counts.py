"""How many products of each facet's values there are: kept for places, counted beside picks.

Facets' names stand in the statement as they are: `sound_picks` lets no other letters through.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.db import connection

from ..rules import (
    DELIVERY,
    LADDER,
    about_within,
    count_within,
    price_range,
    price_ranges,
    price_steps,
    rounded,
)
from ..shapes import FacetCount, PriceStep
from .candidates import Filter
from .wanted import Wanted

MOST_VALUES = 60
"""Of one facet; what is picked is always among them."""
MOST_COUNTED, MOST_OF_COMMON = 1000, 250
"""Of goods that hold some words, and of those that hold common ones, the best sold: further nobody
counts, so that a common word costs no more. Of common ones is said what all would be, if all were
as the best sold are."""
MOST_AT_SIGHT = 2000
"""Of a place of which nobody has kept the counts yet: the pump counts all of it in a moment."""
MOST_PICKED = 5000
"""Of goods that meet what was picked, and of those that meet all but one pick."""
FIRST = " ORDER BY d.in_stock DESC, d.popularity DESC, d.product_id DESC LIMIT {most}"
GOODS = """
    SELECT d.brand, d.brand_ar, d.brand_en, d.facets, d.sellers, d.price_minor, d.in_stock,
        d.was_minor > d.price_minor AS reduced, {failed} AS failed
    FROM {source} WHERE {where} {first}
"""
COUNTS = """
    WITH base AS MATERIALIZED ({goods}), near AS MATERIALIZED (
        SELECT * FROM (SELECT * FROM base {most}) AS held WHERE cardinality(failed) <= 1)
    SELECT 'total', '', count(*), '', '', coalesce(failed[1], '') AS part FROM near GROUP BY part
    UNION ALL
    SELECT 'brand', brand, count(*), min(brand_ar), min(brand_en), coalesce(failed[1], '') AS part
        FROM near WHERE brand <> '' AND failed <@ '{{brand}}' GROUP BY brand, part
    UNION ALL
    SELECT 'store', seller::text, count(*), '', '', coalesce(failed[1], '') AS part
        FROM near, unnest(sellers) AS seller WHERE failed <@ '{{store}}' GROUP BY seller, part
    UNION ALL
    SELECT 'price', width_bucket(price_minor, %s::bigint[])::text, count(*), '', '',
        coalesce(failed[1], '') AS part
        FROM near WHERE failed <@ '{{price}}' GROUP BY 2, part
    UNION ALL
    SELECT 'in_stock', '1', count(*), '', '', coalesce(failed[1], '') AS part
        FROM near WHERE in_stock AND failed <@ '{{in_stock}}' GROUP BY part
    UNION ALL
    SELECT 'reduced', '1', count(*), '', '', coalesce(failed[1], '') AS part
        FROM near WHERE reduced AND failed <@ '{{reduced}}' GROUP BY part
    UNION ALL
    SELECT split_part(token, ':', 1), substr(token, strpos(token, ':') + 1), count(*), '', '',
        coalesce(failed[1], '') AS part
        FROM near, unnest(facets) AS token
        WHERE failed = '{{}}' OR failed = ARRAY[split_part(token, ':', 1)] GROUP BY token, part
"""
"""One reading, however many facets, and no further than is counted: what is materialized is planned
as if all of it were read, by the index of words, and then read as far as it is asked for.

`failed` names the facets whose pick a product does not meet. Whoever fails none counts everywhere;
whoever fails one counts only towards that one's values. `part` is that one, or "": each part may
have been read only so far, and is told by its own measure."""
KEPT = """
    SELECT total, counts::text FROM search_shelf_count
    WHERE market_id = %s AND place = %s AND total >= 0
"""
Rows = list[tuple[str, str, int, str, str]]
Parts = list[tuple[str, str, int, str, str, str]]
AT_LEAST = "at least"
"""The value of a total that is more than was counted, nobody knows how much."""


def count_facets(wanted: Wanted, most: int = 0) -> Rows:
    """(facet, value, count, names) of everything, and ("total", "", count) of what is shown. Beside
    words no more are counted than say enough; else `most` of them, 0 all: of what is more it is
    said in two figures that there are so many at least."""
    failed = [
        f"CASE WHEN {clause} THEN NULL ELSE '{name}' END"
        for name, (clause, _) in wanted.picks.items()
    ]
    array = f"array_remove(ARRAY[{', '.join(failed)}]::text[], NULL)" if failed else "'{}'::text[]"
    picked = [value for _, values in wanted.picks.values() for value in values]
    first = FIRST.format(most=MOST_OF_COMMON) if wanted.about else ""
    goods, values = _goods(wanted, [*wanted.base, *wanted.words], array, first)
    parts = _counted(goods, [*picked, *values], MOST_COUNTED if wanted.words else most)
    if wanted.about:
        times = wanted.about / MOST_OF_COMMON
        return _added(parts, dict.fromkeys(["", *wanted.picks], times))
    is_cut = 0 < most <= _sizes(parts).get("", 0)
    return _added(parts, {"": None} if is_cut else {})


def count_picked(wanted: Wanted, picked: Mapping[str, tuple[str, ...]], kept: Rows) -> Rows:
    """The same beside picks and no words. What meets them all, and what meets all but one, are each
    read by themselves and no further than `MOST_PICKED`. In a large place one pick's other values
    are told as they are `kept` of the whole of it, so that it costs no more than some thousands of
    goods; and of each that has more than were read all is said in two figures. Beside several picks
    what fails one may be looked for through the whole place, but little is read of it."""
    picks, place = list(wanted.picks), sum(row[2] for row in kept if row[0] == "total")
    is_told = place > MOST_PICKED and len(picks) == 1
    rest = f" LIMIT {MOST_PICKED}"
    parts = [_goods(wanted, [*wanted.base, *wanted.picks.values()], "'{}'::text[]", rest)]
    for name in () if is_told else picks:
        others = [pick for other, pick in wanted.picks.items() if other != name]
        clause, values = wanted.picks[name]
        fails = [*wanted.base, *others, (f"({clause}) IS NOT TRUE", values)]
        parts.append(_goods(wanted, fails, f"'{{{name}}}'::text[]", rest))
    goods = " UNION ALL ".join(f"({part})" for part, _ in parts)
    counted = _counted(goods, [value for _, values in parts for value in values])
    shares = {name: _share(wanted, name, picked[name], kept) for name in picks}
    cut = {part: n for part, n in _sizes(counted).items() if n >= MOST_PICKED}
    rows = _added(counted, {part: _times(_met(shares, part), place, n) for part, n in cut.items()})
    if not is_told:
        return rows
    own = [row for row in kept if row[0] == picks[0]]
    known = {row[1] for row in own}
    return [*own, *(row for row in rows if row[0] != picks[0] or row[1] not in known)]


def _share(wanted: Wanted, name: str, values: Sequence[str], kept: Rows) -> float | None:
    """Which share of a place has any of these values; None where nobody has kept it."""
    place = sum(row[2] for row in kept if row[0] == "total")
    counts = {row[1]: row[2] for row in kept if row[0] == name}
    if name == DELIVERY:
        _, (tokens,) = wanted.picks[name]
        numbers = [float(counts.get(one.partition(":")[2], 0)) for one in tokens]
    elif name == "price":
        numbers = [about_within(one, {int(k): n for k, n in counts.items()}) for one in values]
    elif len(counts) >= MOST_VALUES and not counts.keys() >= set(values):
        return None
    else:
        numbers = [float(counts.get(one, 0)) for one in values]
    return min(sum(numbers) / place, 1.0) if place > 0 else None


def _met(shares: Mapping[str, float | None], failed: str) -> float | None:
    """Which share meets all of it but for `failed`, if facets keep no company."""
    about = 1.0
    for name, share in shares.items():
        if share is None:
            return None
        about *= 1 - share if name == failed else share
    return about


def _times(share: float | None, place: int, read: int) -> float | None:
    """How many times as many there are; None: more than were read, nobody knows how many."""
    times = 0.0 if share is None else share * place / read
    return times if times > 1 else None


def _goods(
    wanted: Wanted, conditions: Sequence[Filter], failed: str, rest: str
) -> tuple[str, list[object]]:
    source, given = wanted.source
    where = " AND ".join(clause for clause, _ in conditions)
    values = [*given, *(value for _, told in conditions for value in told)]
    return GOODS.format(failed=failed, source=source, where=where, first=rest), values


def _counted(goods: str, values: Sequence[object], most: int = 0) -> Parts:
    statement = COUNTS.format(goods=goods, most=f"LIMIT {most}" if most else "")
    with connection.cursor() as cursor:
        cursor.execute(statement, [*values, LADDER])
        return cursor.fetchall()


def _sizes(parts: Parts) -> dict[str, int]:
    return {row[5]: row[2] for row in parts if row[0] == "total"}


def _added(parts: Parts, times: Mapping[str, float | None]) -> Rows:
    """Each value's counts of all parts together, of which `times` were only read in part: what
    holds any of those is said in two figures."""
    found: dict[tuple[str, str], list[tuple]] = {("total", ""): []}
    for row in parts:
        if row[0] != "total" or not row[5]:
            found.setdefault((row[0], row[1]), []).append(row)
    rows: Rows = []
    for (name, value), held in found.items():
        number = sum(row[2] * (times.get(row[5]) or 1.0) for row in held)
        is_about = any(row[5] in times for row in held)
        said = AT_LEAST if name == "total" and times.get("", 1.0) is None else value
        names = max((row[3:5] for row in held), default=("", ""))
        rows.append((name, said, rounded(number) if is_about else int(number), *names))
    return rows


def kept_counts(market_id: UUID, place: str) -> Rows | None:
    """What was counted of a place when somebody last looked; None: nobody has."""
    with connection.cursor() as cursor:
        cursor.execute(KEPT, [market_id, place])
        row = cursor.fetchone()
    if row is None:
        return None
    return [("total", "", row[0], "", ""), *map(tuple, json.loads(row[1]))]


def brands_kept(market_id: UUID) -> list[FacetCount]:
    """The most frequent brands of the market."""
    rows = kept_counts(market_id, "") or []
    return [FacetCount(*row) for row in rows if row[0] == "brand"]


def trimmed(rows: Iterable[tuple]) -> Rows:
    """The most frequent values of each facet, and all that is added up later: steps of prices, what
    arrives when. Without the total."""
    by_facet: dict[str, list[tuple]] = {}
    for row in rows:
        if row[0] != "total":
            by_facet.setdefault(row[0], []).append(tuple(row))
    found: Rows = []
    for name, values in sorted(by_facet.items()):
        values.sort(key=lambda row: (-row[2], row[1]))
        found += values if name in ("price", DELIVERY) else values[:MOST_VALUES]
    return found


def prices_of(rows: Rows) -> tuple[PriceStep, ...]:
    """As a picture shows them."""
    steps = {int(row[1]): row[2] for row in rows if row[0] == "price"}
    return tuple(PriceStep(*step) for step in price_steps(steps))


def facets_of(
    rows: Rows, picked: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[FacetCount, ...]]:
    """Facets as they are shown. What is picked is shown even where nothing has it."""
    facets = {
        name: [FacetCount(*row) for row in trimmed(rows) if row[0] == name]
        for name in {row[0] for row in rows} - {"total", "price"}
    }
    steps = {int(row[1]): row[2] for row in rows if row[0] == "price"}
    facets["price"] = [FacetCount("price", value, n) for value, n in price_ranges(steps)]
    for name, values in picked.items():
        shown = facets.setdefault(name, [])
        known = {each.value for each in shown}
        for value in values:
            if value not in known:
                number = (
                    count_within(value, steps) if name == "price" else _count(rows, name, value)
                )
                shown.append(FacetCount(name, value, number))
    facets["price"].sort(key=lambda each: (price_range(each.value) or (0, 0))[0])
    return {
        name: tuple(each for each in values if each.count or each.value in picked.get(name, ()))
        for name, values in facets.items()
    }


def _count(rows: Rows, name: str, value: str) -> int:
    return next((row[2] for row in rows if row[:2] == (name, value)), 0)
