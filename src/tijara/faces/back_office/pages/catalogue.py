"""Every product of the market, whoever brought it."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tijara.domains.catalogue.queries import categories, find_products
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.goods import catalogue_tabs
from tijara.faces.back_office.lists import own_views
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.ui.directions import page_number

LONGEST_TEXT = 60


@require_safe
@in_office
def catalogue(request: HttpRequest, actor: Actor) -> HttpResponse:
    text = request.GET.get("q", "").strip()[:LONGEST_TEXT]
    page = find_products(text=text, page=page_number(request))
    places = {node.path: node for node in categories()}
    known = stores({row.brought_by for row in page.items if row.brought_by})
    context = {
        "page": page,
        "rows": [
            (row, places.get(row.category_path), known.get(row.brought_by)) for row in page.items
        ],
        "query": text,
        "parts": catalogue_tabs("/catalogue"),
        "list_hint": _("Product name, SKU or barcode"),
        **own_views(request, actor, "catalogue"),
    }
    return office_page(request, "catalogue", context)
