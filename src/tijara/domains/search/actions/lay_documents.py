"""Lay documents that are ready into an index by the million, and count their words."""

from collections import Counter
from collections.abc import Iterable
from itertools import batched
from uuid import UUID

from django.db import connection
from django.db.backends.utils import CursorWrapper

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..rules import TEXT_VERSION, changes, kin_keys
from ..shapes import ReadyDocument

STEP = 20_000
DOCUMENTS = f"""
    COPY search_document ({", ".join(ReadyDocument._fields)}, text_version, indexed_at) FROM STDIN
"""
WORDS = "COPY laid_word (market_id, word, uses, keys) FROM STDIN"
INTO_LEXICON = """
    INSERT INTO search_word AS w (market_id, word, uses, keys)
    SELECT market_id, word, uses, keys FROM laid_word
    ON CONFLICT (market_id, word) DO UPDATE SET uses = w.uses + excluded.uses
"""


@action(power=Power.SYSTEM)
def lay_documents(*, actor: Actor, documents: Iterable[ReadyDocument]) -> int:
    """How many. None of them may stand there yet. For what has no catalogue behind it, as where
    searching is measured: `index_products` is the way of everything else."""
    uses: dict[UUID, Counter[str]] = {}
    laid, moment = 0, now()
    with connection.cursor() as cursor:
        for some in batched(documents, STEP):
            with cursor.copy(DOCUMENTS) as copy:
                for one in some:
                    copy.write_row((*one, TEXT_VERSION, moment))
            for one in some:
                uses.setdefault(one.market_id, Counter()).update(changes([(None, one.text)]))
            laid += len(some)
        _count_words(cursor, uses)
    return laid


def _count_words(cursor: CursorWrapper, uses: dict[UUID, Counter[str]]) -> None:
    cursor.execute("CREATE TEMP TABLE laid_word (market_id uuid, word text, uses int, keys text[])")
    with cursor.copy(WORDS) as copy:
        for market_id, words in uses.items():
            for word, number in words.items():
                copy.write_row((market_id, word, number, [*kin_keys(word)]))
    cursor.execute(INTO_LEXICON)
    cursor.execute("DROP TABLE laid_word")
