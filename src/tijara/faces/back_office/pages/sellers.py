"""Who sells here, on which terms; found by name or number."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tijara.domains.geography.queries import city
from tijara.domains.markets.queries import markets
from tijara.domains.parties.queries import sellers
from tijara.domains.stores.queries import all_stores, stores
from tijara.faces.back_office.lists import own_views
from tijara.faces.back_office.narrowing import kept_in
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.kit.arabic import fold
from tijara.ui.directions import page_number
from tijara.ui.language import local

LONGEST_TEXT = 60
IS_ACTIVE = {"": None, "selling": True, "suspended": False}


@require_safe
@in_office
def sellers_page(request: HttpRequest, actor: Actor) -> HttpResponse:
    said = request.GET.get("state", "")
    said = said if said in IS_ACTIVE else ""
    text = request.GET.get("q", "").strip()[:LONGEST_TEXT]
    page = sellers(
        text=text, ids=_called(text), is_active=IS_ACTIVE[said], page=page_number(request)
    )
    cards = stores([seller.id for seller in page.items])
    policies = {market.id: market for market in markets()}
    rows = []
    for seller in page.items:
        card, market = cards.get(seller.id), policies[seller.market_id]
        basis_points = (
            market.commission_bp if seller.commission_bp is None else seller.commission_bp
        )
        place = city(card.city) if card else None
        rows.append((seller, card, place, market, f"{basis_points / 100:g}%"))
    context = {
        "rows": rows,
        "page": page,
        "state": said,
        "query": text,
        "list_hint": _("Store, legal name or VAT number"),
        **own_views(request, actor, "sellers", _tabs(said, text)),
    }
    return office_page(request, "sellers", context)


def _called(text: str) -> list:
    """Sellers whose store is called so."""
    wanted = fold(text)
    return [
        store.seller_id
        for store in (all_stores() if wanted else ())
        if wanted in fold(f"{store.name_ar} {store.name_en} {store.name_fr} {store.slug}")
    ]


def _tabs(said: str, text: str) -> list[dict]:
    names = {"": _("All"), "selling": _("Selling"), "suspended": _("Suspended")}
    return [
        {
            "text": name,
            "href": kept_in(local("/office/sellers"), {"state": each, "q": text}),
            "current": each == said,
        }
        for each, name in names.items()
    ]
