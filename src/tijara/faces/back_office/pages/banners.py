"""What stands on a market's front page, what waits to, and what is over."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from tijara.domains.content.queries import banners
from tijara.domains.content.shapes import MOST_SHOWN, Banner, BannerState
from tijara.domains.markets.queries import MarketUnknown, market, zone_of
from tijara.domains.markets.shapes import MarketPolicy
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.kit.clock import now

TOLD = {
    BannerState.SHOWN: (_("on the front page"), "good"),
    BannerState.COMING: (_("still to come"), "info"),
    BannerState.OVER: (_("over"), ""),
    BannerState.OFF: (_("switched off"), ""),
}
WAITS = (_("waits for a place"), "warn")


@require_safe
@in_office
def banners_page(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known = known_market(slug)
    today = now().astimezone(zone_of(known.country)).date()
    rows, shown = [], 0
    for one in banners(known.id):
        state = one.state_on(today)
        shown += state is BannerState.SHOWN
        is_late = state is BannerState.SHOWN and shown > MOST_SHOWN
        rows.append(_row(one, *(WAITS if is_late else TOLD[state])))
    context = {"known": known, "rows": rows}
    return office_page(request, "banners", context)


def _row(one: Banner, word: object, tone: str) -> dict:
    return {"banner": one, "word": word, "tone": tone}


def known_market(slug: str) -> MarketPolicy:
    try:
        return market(slug)
    except MarketUnknown:
        raise Http404 from None
