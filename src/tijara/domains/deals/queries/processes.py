"""By which processes deals live: what a market has chosen, and what it chose before."""

from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from django.db import connection
from django.db.models import Count

from tijara.domains.markets.queries import market_by_id, working_days, zone_of
from tijara.domains.parties.queries import markets_of
from tijara.kit.clock import now
from tijara.platform.process.loading import from_data
from tijara.platform.process.moving import Track
from tijara.platform.process.shapes import Process

from ..models import Deal, DealProcess
from ..models.track import TRACK
from ..rules import end_of_days
from ..shapes import OPEN_DISPUTES, DealState, DealTerms, ProcessKind, TermsInUse
from ..states import PROCESS

HOUSE = DealTerms(PROCESS.version, ProcessKind.PLAIN, PROCESS, answer_days=3, decide_days=5)
"""Of a market that has chosen nothing; its days are where a form begins."""
RUNNING = (DealState.PERFORMED, *OPEN_DISPUTES)
COLUMNS = ("version", "kind", "answer_days", "decide_days", "made_at")
VERSIONS = "SELECT id, market_id FROM deals_process ORDER BY version DESC"
_known: dict[UUID, DealTerms] = {}
"""By id. A version never changes, so what was read once is right for ever."""


def deal_terms(market_id: UUID) -> DealTerms:
    """By which the deals of a market begin now."""
    return _current(_all(), market_id)


def terms_history(market_id: UUID) -> list[TermsInUse]:
    """What the market has chosen, the newest first."""
    mine = [terms for market, terms in _all() if market == market_id]
    versions = [terms.version for terms in mine]
    rows = Deal.objects.filter(process_version__in=versions, state__in=RUNNING)
    counts = dict(rows.order_by().values_list("process_version").annotate(many=Count("id")))
    return [TermsInUse(terms, counts.get(terms.version, 0)) for terms in mine]


def terms_of_version(version: int) -> DealTerms:
    return next(terms for terms in (*(one for _, one in _all()), HOUSE) if terms.version == version)


def deal_terms_of(seller_id: UUID, order_id: UUID) -> DealTerms:
    """By which this deal began: that is what it keeps."""
    mine = Deal.objects.filter(seller_id=seller_id, id=order_id)
    version = mine.values_list("process_version", flat=True).first()
    return HOUSE if version is None else terms_of_version(version)


def deal_track(seller_id: UUID | None = None) -> Track:
    """Where deals lie. With a seller, his market's process is asked before the others."""
    rows = _all()
    market_id = markets_of([seller_id])[seller_id] if seller_id else None
    first = _current(rows, market_id)
    others = [one for one in (*(terms for _, terms in rows), HOUSE) if one is not first]
    return _track(first.process, tuple(one.process for one in others))


def after_days(seller_id: UUID, days: int) -> datetime:
    """The end of the last of so many working days, where the seller's market is."""
    country = market_by_id(markets_of([seller_id])[seller_id]).country
    return end_of_days(now(), days, working_days(country), zone_of(country))


def _current(rows: list[tuple[UUID, DealTerms]], market_id: UUID | None) -> DealTerms:
    return next((terms for market, terms in rows if market == market_id), HOUSE)


def _all() -> list[tuple[UUID, DealTerms]]:
    """Each with its market, the newest first."""
    with connection.cursor() as cursor:
        cursor.execute(VERSIONS)
        rows = cursor.fetchall()
    if new := [id for id, _ in rows if id not in _known]:
        asked = DealProcess.objects.filter(id__in=new)
        for id, body, version, kind, *days in asked.values_list("id", "body", *COLUMNS):
            _known[id] = DealTerms(version, ProcessKind(kind), from_data(body), *days)
    return [(market_id, _known[id]) for id, market_id in rows]


@lru_cache(maxsize=32)
def _track(process: Process, earlier: tuple[Process, ...]) -> Track:
    """The same again for the same, with the statements that it has written."""
    return replace(TRACK, process=process, earlier=earlier)
