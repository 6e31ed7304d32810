"""The products that the store brought into the market: drafts, and those that buyers see."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tijara.domains.catalogue.queries import categories, find_products
from tijara.domains.offers.queries import on_sale
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.lists import own_views
from tijara.faces.seller_hub.order_views import LONGEST_TEXT
from tijara.ui.directions import page_number
from tijara.ui.language import local

SHOWN = {"": None, "published": True, "drafts": False}


@require_safe
@at_desk
def products(request: HttpRequest, desk: Desk) -> HttpResponse:
    text = request.GET.get("q", "").strip()[:LONGEST_TEXT]
    which = request.GET.get("show", "")
    which = which if which in SHOWN else ""
    page = find_products(
        text=text,
        brought_by=desk.seller_id,
        is_published=SHOWN[which],
        page=page_number(request),
    )
    places = {node.path: node for node in categories()}
    sold = on_sale(desk.seller_id, [row.id for row in page.items])
    context = {
        "page": page,
        "rows": [(row, places.get(row.category_path), sold.get(row.id)) for row in page.items],
        "query": text,
        "which": which,
        "list_hint": _("Product name, SKU or barcode"),
        **own_views(request, desk, "products", _tabs(which)),
    }
    return hub_page(request, desk, "products", context)


def _tabs(which: str) -> list[dict]:
    texts = {"": _("All products"), "published": _("Published"), "drafts": _("Drafts")}
    return [
        {
            "text": text,
            "href": local("/hub/products" + (f"?show={name}" if name else "")),
            "current": name == which,
        }
        for name, text in texts.items()
    ]
