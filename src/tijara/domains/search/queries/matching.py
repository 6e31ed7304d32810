"""From words to products: which hold what was meant, the best first, and why.

The lexicon says what the words may mean, the index which products hold it, the lexicon again how
rare the words of the best are. Where some hold all of it they are the answer; where none does,
those that answer most of it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import prod, sqrt
from statistics import median
from uuid import UUID

from django.db import connection

from tijara.domains.reviews.queries import recent_ratings
from tijara.domains.reviews.shapes import Rating
from tijara.kit.arabic import is_plain, terms
from tijara.kit.clock import now

from ..rules import (
    EVERY_DOCUMENT,
    USUAL_SERVICE,
    Group,
    Judge,
    Question,
    Standing,
    Why,
    lookup,
    question,
    readings_of,
    recent_sales,
    weight_of,
)
from ..shapes import Sought
from .engines import WORDS, asked_outside
from .lexicon import known_words, meant_in, uses_of
from .serving import services

SORTED = 10
"""Of more than so many times the root of a market's goods nothing is sorted by how names begin: in
their index the most popular come first, and a page of them is found sooner than all are read."""
MOST_SHOWN = 120
"""Of products that don't hold all of it."""
NEAR_THE_BEST = 0.55
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
NEED = 25
"""As many of the best sold are looked for before anything is counted."""
PATIENCE, SHORT_PATIENCE = 5, 2
"""Times as far as they should be found."""
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
MADE_IN_TIME = 7
"""The version of ids that begin with their moment."""
DAY_SECONDS = 86_400
UNRATED = Rating()
MOST_NEAREST = 1000
"""As many of them as are counted: no page is further."""
BETWEEN_WORDS = re.compile(r"[^\w\u0610-\u061a\u064b-\u065f\u0670]+")
"""Vowel signs are no letters to `re`, and stand within words."""
Filter = tuple[str, tuple]
"""A condition and its values."""


@dataclass(frozen=True, slots=True)
class _Care:
    """How many of what holds all words are weighed one by one (of more the most popular come
    first), how many of what holds some, and of how many it is asked how rare their other words
    are."""

    ranked: int = 400
    loose: int = 800
    closely: int = 40


WHOLE, BEGUN = _Care(), _Care(100, 200, 16)
"""Where the last word is still being typed, eight are shown for the blink of an eye."""


@dataclass(frozen=True, slots=True)
class Match:
    """What holds the words: as conditions of a statement, in which order, and how they were read.

    `order` is empty where nothing was sorted: there are too many, and the most popular come first.
    """

    words: tuple[Filter, ...]
    order: str = ""
    order_values: tuple = ()
    instead: str = ""
    about: int = 0
    """So many hold it, or nearly, that nothing is sorted; 0 where they are fewer."""
    reasons: dict[UUID, Why] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Candidate:
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


def match(place: Place, text: str, *, is_begun: bool = False) -> Match | None:
    """None where nothing is held of it."""
    told = explained(place, text, is_begun=is_begun)
    return told[1] if told else None


def explained(place: Place, text: str, *, is_begun: bool = False) -> tuple[Question, Match] | None:
    """The match, and how the words were read."""
    market_id = place.sought.market_id
    readings = readings_of(text)
    if not readings:
        return None
    meant = meant_in(market_id)
    known = known_words(market_id, lookup(readings, meant, is_begun=is_begun))
    asked = question(readings, known, meant, is_begun=is_begun)
    care = BEGUN if is_begun else WHOLE
    found = _strictly(place, asked, known, care) or _loosely(place, asked, known, care)
    return (asked, found) if found else None


def _strictly(place: Place, asked: Question, known: dict[str, int], care: _Care) -> Match | None:
    """What holds all of it."""
    if not asked.is_strict:
        return None
    groups = tuple(tuple(group.strict) for group in asked.groups)
    words = tuple((HOLDS, (list(group),)) for group in groups)
    about, depth = _how_common(asked, known)
    if about:
        best = _best_sold(place, words, depth)
        if len(best) == NEED:
            return Match(words, instead=_instead(asked, best[0]), about=about)
    found = _candidates(place, groups, care.ranked + 1)
    if len(found) > care.ranked:
        ids = _nearest(place, words, " ".join(group.said for group in asked.groups))
        return Match(*_these(ids), instead=_instead(asked, found[0]))
    judge = Judge(asked, known)
    return _ranked(place, asked, judge, found, care, is_strict=True) if found else None


def _loosely(place: Place, asked: Question, known: dict[str, int], care: _Care) -> Match | None:
    """What holds most of it."""
    words = _rarest(asked, known, care.loose)
    found = _candidates(place, (tuple(words),), care.loose) if words else []
    judge = Judge(asked, known)
    return _ranked(place, asked, judge, found, care, is_strict=False) if found else None


def _candidates(place: Place, groups: tuple[tuple[str, ...], ...], most: int) -> list[_Candidate]:
    """The engine outside is asked first; where it is silent, the house's own index."""
    hits = asked_outside(replace(place.sought, words=groups), most)
    if hits is not None:
        return [
            _Candidate(hit.product_id, hit.text, hit.in_stock, hit.popularity, hit.names)
            for hit in hits
        ]
    where, values = _together([*place.filters, *((HOLDS, (list(group),)) for group in groups)])
    return _read(CANDIDATES.format(told=TOLD, where=where), [*values, most])


def _nearest(place: Place, words: Sequence[Filter], said: str) -> list[UUID]:
    where, values = _together([*place.filters, *words])
    with connection.cursor() as cursor:
        cursor.execute(NEAREST.format(where=where), [said, *values, MOST_NEAREST])
        return [row[0] for row in cursor.fetchall()]


def _these(ids: list[UUID]) -> tuple[tuple[Filter, ...], str, tuple]:
    """These goods in this order, as a statement is told: joined, so that each is looked up by its
    key. Of many in a list the server thinks that an index which has them last will do."""
    condition = (("d.product_id IN (SELECT unnest(%s::uuid[]))", (ids,)),)
    return condition, "array_position(%s::uuid[], d.product_id)", (ids,)


def standing_of(place: Place, ids: Sequence[UUID]) -> list[UUID]:
    """Which of these stand in the place, in their order. One statement."""
    where, values = _together([*place.filters, ("d.product_id = ANY(%s)", (list(ids),))])
    with connection.cursor() as cursor:
        cursor.execute(STANDING.format(where=where), values)
        held = {row[0] for row in cursor.fetchall()}
    return [one for one in ids if one in held]


def _best_sold(place: Place, words: Sequence[Filter], depth: int) -> list[_Candidate]:
    where, values = _together(place.filters)
    held, given = _together(words)
    return _read(
        BEST_SOLD.format(told=TOLD, place=where, words=held), [*values, depth, *given, NEED]
    )


def _together(conditions: Sequence[Filter]) -> tuple[str, list]:
    clauses = " AND ".join(clause for clause, _ in conditions)
    return clauses, [value for _, given in conditions for value in given]


def _read(statement: str, values: list) -> list[_Candidate]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return [
            _Candidate(row[0], row[1], row[2], row[3], tuple(row[6:]), row[4], row[5])
            for row in cursor.fetchall()
        ]


def _rarest(asked: Question, known: dict[str, int], most: int) -> list[str]:
    """The rarest of its words that say something, as many as don't ask for too much."""
    wanted: set[str] = set()
    said = [group for group in (*asked.extra, *asked.groups) if is_plain(group.said)]
    for group in sorted(said, key=lambda group: _uses(group, known)):
        uses = _uses(group, known)
        if uses and not (wanted and uses > most):
            wanted |= group.likes.keys()
            most -= uses
    return sorted(wanted)


def _uses(group: Group, known: dict[str, int]) -> int:
    return sum(known.get(word, 0) for word in group.likes)


def _how_common(asked: Question, known: dict[str, int]) -> tuple[int, int]:
    """How many hold all of it, nearly, and how far the best sold are read to see; (0, 0) where they
    are few enough to be read themselves. Words that are common each, and together only if they keep
    company, are tried for a shorter way."""
    every = _every(known)
    enough = SORTED * sqrt(every)
    for about, patience in (
        (_expected(asked, known), PATIENCE),
        (min(_held(group, known) for group in asked.groups), SHORT_PATIENCE),
    ):
        if about > enough:
            return int(about), int(patience * NEED * every / about)
    return 0, 0


def _expected(asked: Question, known: dict[str, int]) -> float:
    """How many hold all of it, if its words keep no company."""
    every = _every(known)
    shares = (min(_held(group, known) / every, 1.0) for group in asked.groups)
    return every * prod(shares)


def _every(known: dict[str, int]) -> int:
    return max(known.get(EVERY_DOCUMENT, 1), 1)


def _held(group: Group, known: dict[str, int]) -> int:
    return sum(known.get(word, 0) for word in group.strict)


def _ranked(
    place: Place,
    asked: Question,
    judge: Judge,
    found: list[_Candidate],
    care: _Care,
    *,
    is_strict: bool,
) -> Match:
    by_id = {one.product_id: one for one in found}
    weight = weight_of(now())
    reasons = {one.product_id: judge.why(one.text, one.stands(weight)) for one in found}

    def rank(one: UUID) -> tuple:
        known = by_id[one]
        is_last = is_strict and not known.in_stock
        return is_last, -reasons[one].value, -known.popularity, -one.int

    ids = sorted(by_id, key=rank)
    closely = ids[: care.closely]
    if len(closely) > 1:
        held = {word for one in closely for word in by_id[one].text.split()}
        uses = uses_of(place.sought.market_id, held)
        for one, standing in _standings(place, [by_id[one] for one in closely], weight).items():
            reasons[one] = judge.why(by_id[one].text, standing, uses)
        ids = [*sorted(closely, key=rank), *ids[care.closely :]]
    if not is_strict:
        least = reasons[ids[0]].value * NEAR_THE_BEST
        ids = [one for one in ids if reasons[one].value >= least][:MOST_SHOWN]
    return Match(
        *_these(ids),
        instead=_instead(asked, by_id[ids[0]]),
        reasons={one: reasons[one] for one in ids},
    )


def _standings(place: Place, some: list[_Candidate], weight: int) -> dict[UUID, Standing]:
    """All that counts beside their words, of those that are looked at closely. One statement more
    where an engine outside told of them."""
    sold_by = {one.product_id: (one.seller_id, one.price_minor) for one in some}
    if not all(one.seller_id for one in some):
        sold_by |= _sold_by(place, list(sold_by))
    middle = median(price for _, price in sold_by.values())
    served = services(seller for seller, _ in sold_by.values() if seller)
    rated = recent_ratings(place.sought.market_id, sold_by)
    today = now().timestamp() / DAY_SECONDS
    return {
        one.product_id: replace(
            one.stands(weight),
            days=_days_old(one.product_id, today),
            times=price / middle if middle and price else 1.0,
            service=served[seller] if seller else USUAL_SERVICE,
            stars=rating.sum,
            reviews=rating.count,
        )
        for one in some
        for (seller, price), rating in [
            (sold_by[one.product_id], rated.get(one.product_id, UNRATED))
        ]
    }


def _sold_by(place: Place, ids: list[UUID]) -> dict[UUID, tuple[UUID | None, int]]:
    where, values = _together([*place.filters, ("d.product_id = ANY(%s)", (ids,))])
    with connection.cursor() as cursor:
        cursor.execute(SOLD_BY.format(where=where), values)
        return {row[0]: (row[1], row[2]) for row in cursor.fetchall()}


def _days_old(product_id: UUID, today: float) -> float | None:
    """Its id says since when it has been there."""
    if product_id.version != MADE_IN_TIME:
        return None
    return max(today - (product_id.int >> 80) / 1000 / DAY_SECONDS, 0.0)


def _instead(asked: Question, best: _Candidate) -> str:
    """The words that were meant, where they are others than were typed or fewer."""
    held = set(best.text.split())
    told, is_other = [], asked.is_other_reading
    for group in asked.groups:
        words = [word for word in group.likes if word in held]
        if not words:
            is_other = True
            continue
        word = max(words, key=lambda word: group.likes[word])
        is_guess = word in group.near
        is_other |= is_guess
        is_own = is_guess or word == group.said
        told.append(_written(word, best.names) if is_own else group.said)
    return " ".join(told) if is_other else ""


def _written(term: str, names: Sequence[str]) -> str:
    """A term as the product's own name writes it."""
    for name in names:
        for word in BETWEEN_WORDS.split(name):
            if word and terms(word) == [term]:
                return word
    return term
