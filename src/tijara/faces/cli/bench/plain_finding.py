"""What plain PostgreSQL finds: its full-text search in Arabic and word for word, and trigrams."""

from collections.abc import Callable
from functools import partial

from django.db import connection

from .finding_sets import Good

TABLE = """
    CREATE TEMP TABLE plain_finding AS
    SELECT key, text, to_tsvector('arabic', text) AS arabic, to_tsvector('simple', text) AS simple
    FROM unnest(%s::text[], %s::text[]) AS k (key, text)
"""
ALL = """
    SELECT key FROM plain_finding, plainto_tsquery('{name}', %(text)s) AS q
    WHERE {name} @@ q ORDER BY ts_rank({name}, q, 1) DESC, key LIMIT 10
"""
ANY = """
    SELECT key FROM plain_finding,
        CAST(replace(plainto_tsquery('{name}', %(text)s)::text, '&', '|') AS tsquery) AS q
    WHERE {name} @@ q ORDER BY ts_rank({name}, q, 1) DESC, key LIMIT 10
"""
ALIKE = "SELECT key FROM plain_finding ORDER BY similarity(text, %(text)s) DESC, key LIMIT 10"
STATEMENTS = {
    "fts arabic": ALL.format(name="arabic"),
    "fts arabic, any word": ANY.format(name="arabic"),
    "fts simple": ALL.format(name="simple"),
    "fts simple, any word": ANY.format(name="simple"),
    "trigrams": ALIKE,
}


def ways(goods: list[Good]) -> dict[str, Callable[[str], list[str]]]:
    texts = [" ".join((good.name_ar, good.name_en, good.brand_ar, good.brand_en)) for good in goods]
    with connection.cursor() as cursor:
        cursor.execute(TABLE, [[good.key for good in goods], texts])
    return {name: partial(_found, statement) for name, statement in STATEMENTS.items()}


def _found(statement: str, text: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(statement, {"text": text})
        return [key for (key,) in cursor.fetchall()]
