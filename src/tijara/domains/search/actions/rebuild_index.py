"""Make the index anew, a step a call, while the old one answers: every document and the lexicon."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import F

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import Generation
from ..ports import SearchEngine
from ..queries import OwnEngine, documents_after, engine_outside, products_after
from ..shapes import EngineSilent, Laid
from .count_words import count_words
from .index_products import index_products

STEP = 500
NOTHING = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Rebuilding:
    generation: int
    laid: int
    is_ended: bool
    has_waited: bool = False
    """The engine had too much to do: the same step comes again."""


class EngineUnavailable(Refusal):
    """It is silent: what was done stays, and the same command goes on from there."""

    code = "search.engine_unavailable"
    kind = Kind.UNAVAILABLE


@action(power=Power.MARKETS_MANAGE, atomic=False)
def rebuild_index(*, actor: Actor) -> Rebuilding:
    """A step is a commit: cut off, it is done again by the next call.

    PostgreSQL's documents are cut anew where they stand. Of an engine outside a new generation is
    laid beside the old one; of changes meanwhile both hear (`feed_engine`), and from one moment to
    the next it answers.
    """
    engine = engine_outside()
    now_made = _under_way(settings.SEARCH_ENGINE, engine or OwnEngine())
    laid, through, has_waited = _step(engine, now_made)
    if has_waited:
        return Rebuilding(now_made.number, now_made.laid, is_ended=False, has_waited=True)
    row = Generation.objects.filter(engine=now_made.engine, number=now_made.number)
    if laid:
        row.update(through=through, laid=F("laid") + laid)
        return Rebuilding(now_made.number, now_made.laid + laid, is_ended=False)
    if engine is None:
        count_words(actor=SYSTEM)
    else:
        _heard(engine.serve(now_made.number))
    row.update(served_at=now())
    return Rebuilding(now_made.number, now_made.laid, is_ended=True)


def _under_way(name: str, engine: SearchEngine) -> Generation:
    """The one that is being made, or the next."""
    found = Generation.objects.filter(engine=name, served_at=None).first()
    if found is None:
        known = engine.generations()
        if isinstance(known, EngineSilent):
            raise EngineUnavailable(why=known.why)
        last = Generation.objects.filter(engine=name).order_by("-number").first()
        number = max(last.number if last else 0, *known.known, 0) + 1
        found = Generation.objects.create(engine=name, number=number, through=NOTHING)
    _heard(engine.begin(found.number))
    return found


def _step(engine: SearchEngine | None, made: Generation) -> tuple[int, UUID, bool]:
    if engine is None:
        product_ids = products_after(made.through, STEP)
        if product_ids:
            index_products(actor=SYSTEM, product_ids=product_ids)
        return len(product_ids), product_ids[-1] if product_ids else made.through, False
    documents = documents_after(made.through, STEP)
    outcomes = engine.index(documents, made.number) if documents else ()
    if isinstance(outcomes, EngineSilent):
        raise EngineUnavailable(why=outcomes.why)
    through = documents[-1].product_id if documents else made.through
    return len(documents), through, Laid.LATER in outcomes


def _heard(told: EngineSilent | None) -> None:
    if told is not None:
        raise EngineUnavailable(why=told.why)
