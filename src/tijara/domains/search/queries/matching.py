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
from typing import TypedDict
from uuid import UUID

from tijara.domains.reviews.queries import recent_ratings
from tijara.domains.reviews.shapes import Rating
from tijara.kit.arabic import is_plain, terms
from tijara.kit.clock import now

from ..rules import (
    DEPARTMENT,
    EVERY_DOCUMENT,
    USUAL_SERVICE,
    Group,
    Judge,
    Question,
    Standing,
    Why,
    fields_of,
    heard_inside,
    lookup,
    question,
    readings_of,
    weight_of,
    with_letters,
)
from .candidates import (
    HOLDS,
    Candidate,
    Filter,
    Place,
    best_sold,
    candidates,
    nearest,
    sold_by,
    these,
    told_of,
)
from .lexicon import known_words, meant_in, uses_of
from .serving import services

SORTED = 10
"""Of more than so many times the root of a market's goods nothing is sorted by how names begin: in
their index the most popular come first, and a page of them is found sooner than all are read."""
MOST_SHOWN = 120
"""Of products that don't hold all of it."""
NEAR_THE_BEST = 0.55
SURELY_MORE = 2
"""Where so many times as are weighed one by one are to be expected they are sorted at once: the
index of words is asked once less. Where that was wrong, it is once more."""
NEED = 25
"""As many of the best sold are looked for before anything is counted."""
PATIENCE, SHORT_PATIENCE = 5, 2
"""Times as far as they should be found."""
MADE_IN_TIME = 7
"""The version of ids that begin with their moment."""
DAY_SECONDS = 86_400
UNRATED = Rating()
BETWEEN_WORDS = re.compile(r"[^\w\u0610-\u061a\u064b-\u065f\u0670]+")
"""Vowel signs are no letters to `re`, and stand within words."""


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
    meant: str = ""
    """The term of each word that the best of them holds."""
    about: int = 0
    """So many hold it, or nearly, that nothing is sorted; 0 where they are fewer."""
    reasons: dict[UUID, Why] = field(default_factory=dict)
    ids: tuple[UUID, ...] = ()
    """All of it, in its order, where it is known that each stands in the place."""


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
    readings[0] = with_letters(text, known, meant) or readings[0]
    asked = question(readings, known, meant, is_begun=is_begun)
    care = BEGUN if is_begun else WHOLE
    other = heard_inside(text, known, meant, is_begun=is_begun)
    if other and other.said == asked.said:
        asked, other = other, None
    found = _strictly(place, asked, known, care)
    if other and not found:
        asked, found = other, _strictly(place, other, known, care)
    found = found or _loosely(place, asked, known, care)
    return (asked, found) if found else None


def _strictly(place: Place, asked: Question, known: dict[str, int], care: _Care) -> Match | None:
    """What holds all of it."""
    if not asked.is_strict:
        return None
    groups = tuple(tuple(group.strict) for group in asked.groups)
    words = tuple((HOLDS, (list(group),)) for group in groups)
    about, depth = _how_common(asked, known)
    if about:
        best = best_sold(place, words, depth, NEED)
        if len(best) == NEED:
            return Match(words, **_told_of(asked, best[0]), about=about)
    said = " ".join(group.said for group in asked.groups)
    are_many = _expected(asked, known) > SURELY_MORE * care.ranked
    ids = nearest(place, words, said) if are_many else []
    if are_many and not ids:
        return None
    if len(ids) <= care.ranked:
        found = candidates(place, groups, care.ranked + 1)
        ids = nearest(place, words, said) if len(found) > care.ranked else []
    if ids:
        return Match(*these(ids), ids=tuple(ids), **_told_of(asked, told_of(place, ids[0])))
    found = _beside_departments(asked, found)
    judge = Judge(asked, known)
    return _ranked(place, asked, judge, found, care, is_strict=True) if found else None


def _beside_departments(asked: Question, found: list[Candidate]) -> list[Candidate]:
    """Without those that hold a guess at a word in their department's name alone, where others hold
    it surely or in their own: who looks for perfumes wants no vacuum of "cleaning and scenting"."""
    if not any(group.guessed for group in asked.groups):
        return found
    words = [(group.strict, group.surely.strict) for group in asked.groups]
    held = [one for one in found if _holds_beside_department(words, one)]
    return held or found


def _holds_beside_department(words: Sequence[tuple[list[str], list[str]]], one: Candidate) -> bool:
    """`words`: of each group all, and those that are no guess."""
    fields = fields_of(one.text)
    own = {word for place, words in enumerate(fields) if place != DEPARTMENT for word in words}
    every = own.union(fields[DEPARTMENT]) if len(fields) > DEPARTMENT else own
    return all(
        not own.isdisjoint(strict) or not every.isdisjoint(surely) for strict, surely in words
    )


def _loosely(place: Place, asked: Question, known: dict[str, int], care: _Care) -> Match | None:
    """What holds most of it."""
    words = _rarest(asked, known, care.loose)
    found = candidates(place, (tuple(words),), care.loose) if words else []
    judge = Judge(asked, known)
    return _ranked(place, asked, judge, found, care, is_strict=False) if found else None


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
    found: list[Candidate],
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
        *these(ids),
        ids=tuple(ids) if all(one.seller_id for one in found) else (),
        **_told_of(asked, by_id[ids[0]]),
        reasons={one: reasons[one] for one in ids},
    )


def _standings(place: Place, some: list[Candidate], weight: int) -> dict[UUID, Standing]:
    """All that counts beside their words, of those that are looked at closely. One statement more
    where an engine outside told of them."""
    sellers = {one.product_id: (one.seller_id, one.price_minor) for one in some}
    if not all(one.seller_id for one in some):
        sellers |= sold_by(place, list(sellers))
    middle = median(price for _, price in sellers.values())
    served = services(seller for seller, _ in sellers.values() if seller)
    rated = recent_ratings(place.sought.market_id, sellers)
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
            (sellers[one.product_id], rated.get(one.product_id, UNRATED))
        ]
    }


def _days_old(product_id: UUID, today: float) -> float | None:
    """Its id says since when it has been there."""
    if product_id.version != MADE_IN_TIME:
        return None
    return max(today - (product_id.int >> 80) / 1000 / DAY_SECONDS, 0.0)


class _Told(TypedDict):
    instead: str
    meant: str


def _told_of(asked: Question, best: Candidate | None) -> _Told:
    """The words that were meant; and `instead`, where they are others than were typed or fewer."""
    if best is None:
        return {"instead": "", "meant": ""}
    held = set(best.text.split())
    told, meant, is_other = [], [], asked.is_other_reading
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
        meant.append(word)
    return {"instead": " ".join(told) if is_other else "", "meant": " ".join(meant)}


def _written(term: str, names: Sequence[str]) -> str:
    """A term as the product's own name writes it."""
    for name in names:
        for word in BETWEEN_WORDS.split(name):
            if word and terms(word) == [term]:
                return word
    return term
