"""Count the words of all markets' documents anew, with the keys that they are filed by today."""

from itertools import batched

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..rules import LONGEST_WORD, as_array, kin_keys
from .index_products import ONE_AT_A_TIME

STEP = 5000
COUNTED = """
    SELECT market_id, word, count(DISTINCT product_id)
    FROM search_document, unnest(string_to_array(text, ' ') || '{""}') AS word
    WHERE text_version > 0 AND word <> '|' AND length(word) <= %s GROUP BY 1, 2
"""
PUT = """
    INSERT INTO search_word AS w (market_id, word, uses, keys)
    SELECT market_id, word, uses, keys::text[]
    FROM unnest(%s::uuid[], %s::text[], %s::int[], %s::text[]) AS k (market_id, word, uses, keys)
    ON CONFLICT (market_id, word) DO UPDATE SET uses = excluded.uses, keys = excluded.keys
    WHERE (w.uses, w.keys) IS DISTINCT FROM (excluded.uses, excluded.keys)
"""
SPARE = """
    DELETE FROM search_word w WHERE NOT EXISTS (
        SELECT FROM counted_word c WHERE c.market_id = w.market_id AND c.word = w.word)
"""


@action(power=Power.SYSTEM)
def count_words(*, actor: Actor) -> int:
    """How many words. Searched meanwhile; what is laid in waits for its end."""
    with connection.cursor() as cursor:
        cursor.execute(ONE_AT_A_TIME)
        cursor.execute(
            "CREATE TEMP TABLE counted_word (market_id, word, uses) AS " + COUNTED,
            [LONGEST_WORD],
        )
        cursor.execute("SELECT market_id, word, uses FROM counted_word ORDER BY 1, 2")
        counted = cursor.fetchall()
        for some in batched(counted, STEP):
            keys = [as_array(kin_keys(word)) for _, word, _ in some]
            cursor.execute(PUT, [*map(list, zip(*some, strict=True)), keys])
        cursor.execute(SPARE)
        cursor.execute("DROP TABLE counted_word")
    return len(counted)
