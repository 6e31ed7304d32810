"""Tell an engine outside of what has changed: all of its generations, by versions."""

import logging
from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.locks import locked

from ..models import EngineChange
from ..ports import SearchEngine
from ..queries import engine_documents, engine_outside
from ..shapes import Dropped, EngineDocument, EngineSilent, Laid

MOST = 500
SETTLED = """
    DELETE FROM search_engine_change c
    USING unnest(%s::uuid[], %s::bigint[]) AS k (product_id, version)
    WHERE c.product_id = k.product_id AND c.version = k.version
"""
SETTLING = frozenset({Laid.DONE, Laid.OLDER, Laid.REFUSED})

log = logging.getLogger(__name__)


@action(power=Power.SYSTEM, atomic=False)
def feed_engine(*, actor: Actor) -> int:
    """How many products the engine has now. What changes meanwhile is newer than what was told and
    stays noted; a crash leaves all noted, and what is told twice is older the second time."""
    engine = engine_outside()
    if engine is None:
        return 0
    with locked("search.feed_engine") as is_mine:
        return _feed(engine) if is_mine else 0


def _feed(engine: SearchEngine) -> int:
    rows = EngineChange.objects.order_by("version").values_list("product_id", "version")
    changes = dict(rows[:MOST])
    if not changes:
        return 0
    found = engine.generations()
    if isinstance(found, EngineSilent):
        log.warning("the search engine is silent: %s", found.why)
        return 0
    documents, gone = engine_documents(changes)
    waiting: set[UUID] = set()
    for generation in found.known:
        waiting |= _tell(engine, documents, gone, generation)
    settled = [(one, version) for one, version in changes.items() if one not in waiting]
    if settled and found.known:
        with connection.cursor() as cursor:
            cursor.execute(SETTLED, list(map(list, zip(*settled, strict=True))))
        return len(settled)
    return 0


def _tell(
    engine: SearchEngine,
    documents: Sequence[EngineDocument],
    gone: Sequence[Dropped],
    generation: int,
) -> set[UUID]:
    """The products that have to be told of again."""
    told: tuple[tuple[tuple[Laid, ...] | EngineSilent, Sequence[EngineDocument | Dropped]], ...] = (
        (engine.index(documents, generation), documents),
        (engine.drop(gone, generation), gone),
    )
    waiting: set[UUID] = set()
    for outcomes, about in told:
        if isinstance(outcomes, EngineSilent):
            log.warning("the search engine took nothing: %s", outcomes.why)
            waiting |= {one.product_id for one in about}
            continue
        for one, outcome in zip(about, outcomes, strict=True):
            if outcome == Laid.REFUSED:
                log.error("the search engine refuses product %s", one.product_id)
            if outcome not in SETTLING:
                waiting.add(one.product_id)
    return waiting
