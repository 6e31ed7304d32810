"""Which market an address of the office names, and its parts, each a page of its own."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tijara.domains.markets.queries import MarketUnknown, market, markets
from tijara.domains.markets.shapes import MarketPolicy
from tijara.faces.back_office.office import office_page
from tijara.ui.language import bare, local


def known_market(slug: str) -> MarketPolicy:
    """The market that a page's address names; an address that names none leads nowhere."""
    try:
        return market(slug)
    except MarketUnknown:
        raise Http404 from None


def market_here(slug: str) -> MarketPolicy:
    """The one that is asked for, else the first."""
    opened = markets()
    return opened[0] if opened and not slug else known_market(slug)


def market_page(
    request: HttpRequest,
    template: str,
    known: MarketPolicy,
    context: dict,
    *,
    status: int = 200,
) -> HttpResponse:
    """A page of this market, under all its parts."""
    parts = market_parts(known.slug, request.path)
    frame = {"known": known, "market_parts": parts}
    return office_page(request, template, frame | context, status=status)


def market_parts(slug: str, path: str) -> list[dict]:
    """As tabs; the one is marked that the address belongs to."""
    here = local(f"/office/markets/{slug}")
    parts = [
        (_("Terms"), here),
        (_("Front page"), f"{here}/banners"),
        (_("Promotions"), f"{here}/promotions"),
        (_("Points"), f"{here}/points"),
        (_("Customer groups"), f"{here}/groups"),
        (pgettext("of a market", "Search"), f"{here}/search"),
        (_("Delivery"), f"{here}/delivery"),
        (pgettext("terms", "Cash"), f"{here}/cash"),
        (_("Returns"), f"{here}/returns"),
        (_("Commission"), f"{here}/commission"),
        (_("Reserve"), f"{here}/reserve"),
        (_("Life of a deal"), f"{here}/deals"),
        (pgettext("set-up", "Colour and logo"), f"{here}/look"),
        (_("Who runs it"), f"{here}/papers"),
    ]
    lies_in = [href for _name, href in parts if f"{bare(path)}/".startswith(f"{bare(href)}/")]
    current = max(lies_in, key=len, default=here)
    return [{"text": text, "href": href, "current": href == current} for text, href in parts]


def search_parts(slug: str, here: str) -> list[dict]:
    """The pages of a market's search; `here` is the one that is shown."""
    start = local(f"/office/markets/{slug}/search")
    parts = [
        (pgettext("search", "Words"), start),
        (pgettext("search", "Looked for"), f"{start}/asked"),
        (pgettext("search", "First places"), f"{start}/first"),
        (pgettext("search", "Learned"), f"{start}/learned"),
    ]
    return [{"text": text, "href": href, "current": href == here} for text, href in parts]
