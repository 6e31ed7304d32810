"""Which engine finds documents: PostgreSQL, whose index is written with the documents themselves,
or one outside, which follows them (`jobs.feed_engine`).

Where the one outside is silent PostgreSQL answers: its index is kept in any case.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.conf import settings
from django.db import connection

from tijara.platform.breaker import breaker_of
from tijara.platform.providers import connected

from ..ports import SearchEngine
from ..shapes import (
    Dropped,
    EngineDocument,
    EngineHealth,
    EngineSilent,
    Generations,
    Hit,
    Laid,
    Sought,
)

PORT = "search_engines"
OWN = "postgresql"
REST = 5.0
"""Seconds for which an engine that was silent is left alone: the house's own index answers."""
WORDS = "array_remove(string_to_array(d.text, ' '), '|')"
SEARCH = """
    WITH held AS MATERIALIZED (
        SELECT d.product_id, d.text, d.in_stock, d.popularity, d.name_ar, d.name_en, d.name_fr
        FROM search_document d WHERE {where})
    SELECT * FROM held ORDER BY in_stock DESC, popularity DESC, product_id DESC LIMIT %s
"""
COUNT = "SELECT count(*) FROM search_document d WHERE {where}"
BEGUN = """
    SELECT coalesce(array_agg(word), '{}') FROM (
        SELECT word FROM search_word WHERE market_id = %s AND word LIKE %s
        ORDER BY uses DESC LIMIT 60) AS begun
"""
DOCUMENTS = """
    SELECT coalesce(sum(uses), 0) FROM search_word WHERE word = ''
"""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class NothingToSet:
    """It stands in the house's own database."""


class OwnEngine:
    """PostgreSQL: one generation, laid in and dropped by `index_products` in the same commit."""

    Settings: ClassVar[type[Any]] = NothingToSet

    def __init__(self, settings: Any = None) -> None:
        self.settings = settings or NothingToSet()

    def index(self, documents: Sequence[EngineDocument], generation: int) -> tuple[Laid, ...]:
        return tuple(Laid.OLDER for _ in documents)

    def drop(self, gone: Sequence[Dropped], generation: int) -> tuple[Laid, ...]:
        return tuple(Laid.OLDER for _ in gone)

    def search(self, sought: Sought, most: int) -> list[Hit]:
        where, values = _conditions(sought)
        with connection.cursor() as cursor:
            cursor.execute(SEARCH.format(where=where), [*values, most])
            return [
                Hit(row[0], row[1], (row[4], row[5], row[6]), row[2], row[3])
                for row in cursor.fetchall()
            ]

    def suggest(self, sought: Sought, begun: str, most: int) -> list[Hit]:
        escaped = begun.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        with connection.cursor() as cursor:
            cursor.execute(BEGUN, [sought.market_id, f"{escaped}%"])
            words = tuple(cursor.fetchone()[0])
        told = Sought(
            sought.market_id, (*sought.words, words), sought.category_paths, sought.seller_id
        )
        return self.search(told, most) if words else []

    def count(self, sought: Sought) -> int:
        where, values = _conditions(sought)
        with connection.cursor() as cursor:
            cursor.execute(COUNT.format(where=where), values)
            return cursor.fetchone()[0]

    def health(self) -> EngineHealth:
        with connection.cursor() as cursor:
            cursor.execute(DOCUMENTS)
            return EngineHealth(True, OWN, cursor.fetchone()[0])

    def generations(self) -> Generations:
        return Generations((1,), 1)

    def begin(self, generation: int) -> None:
        """Documents are cut anew where they stand."""

    def serve(self, generation: int) -> None:
        """They answer all the time."""


def engine_outside() -> SearchEngine | None:
    """The engine that was chosen, where it is not PostgreSQL."""
    name = settings.SEARCH_ENGINE
    return None if name in ("", OWN) else connected(PORT, name)


def asked_outside(sought: Sought, most: int) -> list[Hit] | None:
    """What the engine outside has found; None where there is none, or it is silent. Then nobody
    waits for it again for a while."""
    engine = engine_outside()
    if engine is None:
        return None
    breaker = breaker_of(engine, silences=1, rest_seconds=REST)
    if not breaker.may_ask():
        return None
    found = engine.search(sought, most)
    breaker.note(is_silent=isinstance(found, EngineSilent))
    if isinstance(found, EngineSilent):
        log.warning("the search engine %s is silent: %s", settings.SEARCH_ENGINE, found.why)
        return None
    return found


def engine_health() -> EngineHealth:
    return (engine_outside() or OwnEngine()).health()


def _conditions(sought: Sought) -> tuple[str, list[Any]]:
    told: list[tuple[str, Any]] = [("d.market_id = %s", sought.market_id)]
    told += [(f"{WORDS} && %s::text[]", list(group)) for group in sought.words]
    if sought.category_paths:
        told.append(("d.category_path = ANY(%s)", list(sought.category_paths)))
    if sought.seller_id:
        told.append(("d.sellers @> ARRAY[%s]::uuid[]", sought.seller_id))
    return " AND ".join(clause for clause, _ in told), [value for _, value in told]
