"""What stands on a market's front page, what waits to, and what is over: banners and shelves."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from tijara.domains.content.queries import banners, shelves
from tijara.domains.content.shapes import (
    MOST_SHELVES_SHOWN,
    MOST_SHOWN,
    Banner,
    Shelf,
    ShelfSource,
    Standing,
)
from tijara.domains.markets.queries import address_start, zone_of
from tijara.domains.markets.shapes import MarketPolicy
from tijara.faces.back_office.market_parts import known_market, market_page
from tijara.faces.back_office.office import in_office
from tijara.faces.back_office.shelf_form import SOURCES, name_of
from tijara.kit.actor import Actor
from tijara.kit.clock import now

TOLD = {
    Standing.SHOWN: (_("on the front page"), "good"),
    Standing.COMING: (_("still to come"), "info"),
    Standing.OVER: (_("over"), ""),
    Standing.OFF: (_("switched off"), ""),
}
WAITS = (_("waits for a place"), "warn")
SHELF_TOLD = {
    Standing.SHOWN: TOLD[Standing.SHOWN],
    Standing.COMING: (pgettext_lazy("shelf", "still to come"), "info"),
    Standing.OVER: (pgettext_lazy("shelf", "over"), ""),
    Standing.OFF: (pgettext_lazy("shelf", "switched off"), ""),
}
SHELF_WAITS = (pgettext_lazy("shelf", "waits for a place"), "warn")
BARE = (_("nothing picked yet"), "warn")


@require_safe
@in_office
def banners_page(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known = known_market(slug)
    today = now().astimezone(zone_of(known.country)).date()
    told = shelves(known.id)
    context = {
        "known": known,
        "front": f"{address_start(known.id)}/",
        "rows": [
            _banner_row(one, *(WAITS if is_late else TOLD[state]))
            for one, state, is_late in _with_states(banners(known.id), today, MOST_SHOWN)
        ],
        "shelves": _shelf_rows(known, told, today),
        "last": len(told),
    }
    return market_page(request, "banners", known, context)


def _banner_row(one: Banner, word: object, tone: str) -> dict:
    return {"banner": one, "word": word, "tone": tone}


def _shelf_rows(known: MarketPolicy, told: list[Shelf], today: date) -> list[dict]:
    rows = []
    for one, state, is_late in _with_states(told, today, MOST_SHELVES_SHOWN):
        word, tone = _shelf_words(one, state, is_late)
        rows.append(
            {
                "shelf": one,
                "place": len(rows) + 1,
                "name": name_of(known, one),
                "source": SOURCES[one.source],
                "word": word,
                "tone": tone,
            }
        )
    return rows


def _with_states[T: (Banner, Shelf)](
    things: Iterable[T], today: date, most: int
) -> Iterator[tuple[T, Standing, bool]]:
    """Each with how it stands, and whether it is beyond the last place."""
    shown = 0
    for one in things:
        state = one.state_on(today)
        shown += state is Standing.SHOWN
        yield one, state, state is Standing.SHOWN and shown > most


def _shelf_words(one: Shelf, state: Standing, is_late: bool) -> tuple:
    if state is Standing.SHOWN and one.source is ShelfSource.PICKED and not one.products:
        return BARE
    return SHELF_WAITS if is_late else SHELF_TOLD[state]
