"""What holds words in a place: the statements, and what they tell of a product."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.db import connection

from ..rules import Standing, recent_sales
from ..shapes import Sought
from .engines import WORDS, asked_outside

HOLDS = f"{WORDS} && %s::text[]"
TOLD = """d.product_id, d.text, d.in_stock, d.popularity, d.seller_id, d.price_minor, d.name_ar,
    d.name_en, d.name_fr"""
CANDIDATES = """
    WITH held AS MATERIALIZED (
        SELECT {told}
        FROM search_document d WHERE {where})
    SELECT * FROM held LIMIT %s
"""
"""Materialized, so that it is planned as if all were read, by the index of words: with the limit in
sight the server may go through the whole market instead, where many words may be meant."""
BEST_SOLD = """
    SELECT {told} FROM (
        SELECT * FROM search_document d WHERE {place}
        ORDER BY d.in_stock DESC, d.popularity DESC, d.product_id DESC LIMIT %s) AS d
    WHERE {words} LIMIT %s
"""
"""The goods in the order of their index, so far and no further, and what of them holds the words:
where nearly every hundredth does, that is less than to read who all do."""
NEAREST = """
    WITH held AS MATERIALIZED (
        SELECT d.product_id, d.in_stock, strpos(d.text, %s) = 1 AS begins, d.popularity
        FROM search_document d WHERE {where})
    SELECT product_id FROM held
    ORDER BY in_stock DESC, begins DESC, popularity DESC, product_id DESC LIMIT %s
"""
"""Of words that too many hold to weigh each: names that begin with them, then the best sold."""
SOLD_BY = "SELECT product_id, seller_id, price_minor FROM search_document d WHERE {where}"
STANDING = "SELECT d.product_id FROM search_document d WHERE {where}"
MOST_NEAREST = 1000
"""As many of them as are counted: no page is further."""
Filter = tuple[str, tuple]
"""A condition and its values."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """`seller_id` and `price_minor` of its best offer: unknown where an engine outside told."""

    product_id: UUID
    text: str
    in_stock: bool
    popularity: int
    names: tuple[str, ...]
    seller_id: UUID | None = None
    price_minor: int = 0

    def stands(self, weight: int) -> Standing:
        return Standing(self.in_stock, recent_sales(self.popularity, weight))


@dataclass(frozen=True, slots=True)
class Place:
    """Where goods are looked for: as conditions of a statement, and as an engine is told."""

    filters: Sequence[Filter]
    sought: Sought


def candidates(place: Place, groups: tuple[tuple[str, ...], ...], most: int) -> list[Candidate]:
    """The engine outside is asked first; where it is silent, the house's own index."""
    hits = asked_outside(replace(place.sought, words=groups), most)
    if hits is not None:
        return [
            Candidate(hit.product_id, hit.text, hit.in_stock, hit.popularity, hit.names)
            for hit in hits
        ]
    where, values = _together([*place.filters, *((HOLDS, (list(group),)) for group in groups)])
    return _read(CANDIDATES.format(told=TOLD, where=where), [*values, most])


def best_sold(place: Place, words: Sequence[Filter], depth: int, most: int) -> list[Candidate]:
    """Of the `depth` best sold, the first that hold the words."""
    where, values = _together(place.filters)
    held, given = _together(words)
    return _read(
        BEST_SOLD.format(told=TOLD, place=where, words=held), [*values, depth, *given, most]
    )


def nearest(place: Place, words: Sequence[Filter], said: str) -> list[UUID]:
    where, values = _together([*place.filters, *words])
    return _ids(NEAREST.format(where=where), [said, *values, MOST_NEAREST])


def told_of(place: Place, product_id: UUID) -> Candidate | None:
    """One that was just found; None where it has been taken away meanwhile."""
    where, values = _together([*place.filters, ("d.product_id = %s", (product_id,))])
    found = _read(CANDIDATES.format(told=TOLD, where=where), [*values, 1])
    return found[0] if found else None


def these(ids: list[UUID]) -> tuple[tuple[Filter, ...], str, tuple]:
    """These goods in this order, as a statement is told: joined, so that each is looked up by its
    key. Of many in a list the server thinks that an index which has them last will do."""
    condition = (("d.product_id IN (SELECT unnest(%s::uuid[]))", (ids,)),)
    return condition, "array_position(%s::uuid[], d.product_id)", (ids,)


def standing_of(place: Place, ids: Sequence[UUID]) -> list[UUID]:
    """Which of these stand in the place, in their order. One statement."""
    where, values = _together([*place.filters, ("d.product_id = ANY(%s)", (list(ids),))])
    held = set(_ids(STANDING.format(where=where), values))
    return [one for one in ids if one in held]


def sold_by(place: Place, ids: list[UUID]) -> dict[UUID, tuple[UUID | None, int]]:
    """The seller of each and what it costs."""
    where, values = _together([*place.filters, ("d.product_id = ANY(%s)", (ids,))])
    with connection.cursor() as cursor:
        cursor.execute(SOLD_BY.format(where=where), values)
        return {row[0]: (row[1], row[2]) for row in cursor.fetchall()}


def _together(conditions: Sequence[Filter]) -> tuple[str, list]:
    clauses = " AND ".join(clause for clause, _ in conditions)
    return clauses, [value for _, given in conditions for value in given]


def _ids(statement: str, values: list) -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return [row[0] for row in cursor.fetchall()]


def _read(statement: str, values: list) -> list[Candidate]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return [
            Candidate(row[0], row[1], row[2], row[3], tuple(row[6:]), row[4], row[5])
            for row in cursor.fetchall()
        ]
