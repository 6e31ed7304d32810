"""The words of a market, and what they mean there: one statement a question."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.db import connection

from tijara.domains.markets.queries import MarketUnknown, market_by_id
from tijara.kit.arabic import terms
from tijara.kit.recent import RecentOf

from ..models import Synonym, Word
from ..rules import EVERY_DOCUMENT, Lookup, as_array, kin_of

KNOWN = """
    SELECT word, uses FROM search_word WHERE market_id = %s AND word = ANY(%s)
"""
KIN = """
    UNION
    SELECT kin.word, kin.uses FROM (
        SELECT term, keys::text[] AS keys, (keys::text[])[:2] AS best
        FROM unnest(%s::text[], %s::text[]) AS k (term, keys) OFFSET 0) AS t
    CROSS JOIN LATERAL (
        SELECT w.word, w.uses FROM search_word w WHERE w.market_id = %s AND w.keys && t.keys
        ORDER BY w.keys && t.best DESC, levenshtein_less_equal(w.word, t.term, 3), w.uses DESC
        LIMIT 60) AS kin
"""
"""The nearest of each term: first what has its stem or all its bones, then by letters."""
PARTS = """
    UNION
    (SELECT word, uses FROM search_word WHERE market_id = %s AND word LIKE ANY(%s)
        ORDER BY uses DESC LIMIT 60)
"""
KEPT_SECONDS = 20
Meant = dict[str, tuple[str, ...]]


def known_words(market_id: UUID, asked: Lookup) -> dict[str, int]:
    """Words of the lexicon that are asked for, sound alike, or begin or hold what was typed: each
    with how many documents have it."""
    statement = KNOWN
    values: list = [market_id, sorted({EVERY_DOCUMENT, *asked.exact})]
    if asked.kin:
        statement += KIN
        values += [list(asked.kin), [as_array(keys) for keys in asked.kin.values()], market_id]
    if asked.patterns:
        statement += PARTS
        values += [market_id, sorted(asked.patterns)]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return dict(cursor.fetchall())


def meant_in(market_id: UUID) -> Mapping[str, Sequence[str]]:
    """What else a term is called in this market: ours, and what its staff wrote."""
    return _meant.get([market_id])[market_id]


def uses_of(market_id: UUID, words: Iterable[str]) -> dict[str, int]:
    """In how many documents each stands; a minute old at most."""
    found = _uses.get((market_id, word) for word in words)
    return {word: uses for (_, word), uses in found.items()}


def forget_synonyms() -> None:
    _meant.forget()


def _load(market_ids: set[UUID]) -> dict[UUID, Meant]:
    written: dict[UUID, list[tuple[str, list[str]]]] = {}
    rows = Synonym.objects.filter(market_id__in=market_ids)
    for market_id, typed, meant in rows.values_list("market_id", "typed", "meant"):
        written.setdefault(market_id, []).append((typed, meant))
    return {one: _of_market(one, written.get(one, [])) for one in market_ids}


def _of_market(market_id: UUID, written: list[tuple[str, list[str]]]) -> Meant:
    """Of single words; what is said in several stands in `rewording`."""
    found: Meant = dict(kin_of(_country(market_id)))
    for typed, meant in written:
        cut = [terms(each) for each in meant]
        words = [each[0] for each in cut if len(each) == 1 and " " not in typed]
        if not words:
            continue
        found[typed] = tuple(dict.fromkeys([*words, *found.get(typed, ())]))
    return found


def _load_uses(asked: set[tuple[UUID, str]]) -> dict[tuple[UUID, str], int]:
    found = dict.fromkeys(asked, 1)
    for market_id in {market_id for market_id, _ in asked}:
        words = [word for market, word in asked if market == market_id]
        rows = Word.objects.filter(market_id=market_id, word__in=words)
        found |= {(market_id, word): uses for word, uses in rows.values_list("word", "uses")}
    return found


def _country(market_id: UUID) -> str:
    try:
        return market_by_id(market_id).country
    except MarketUnknown:
        return ""


_meant: RecentOf[UUID, Meant] = RecentOf(_load, seconds=KEPT_SECONDS, most=200)
_uses: RecentOf[tuple[UUID, str], int] = RecentOf(_load_uses, seconds=60, most=50_000)
