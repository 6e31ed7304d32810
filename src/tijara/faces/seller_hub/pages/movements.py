"""Every unit of one stock that came or went, and why."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.catalogue.queries import names_of, variants
from tijara.domains.inventory.queries import movements, stock_levels
from tijara.domains.inventory.shapes import MovementKind
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.words import MOVEMENTS

MOST = 200
OF_ORDERS = frozenset({MovementKind.SALE, MovementKind.RESTOCK})


@require_safe
@at_desk
def movements_page(request: HttpRequest, desk: Desk, stock_id: UUID) -> HttpResponse:
    level = stock_levels(desk.seller_id, [stock_id]).get(stock_id)
    if level is None:
        raise Http404
    variant = variants([level.variant_id])[level.variant_id]
    lines = movements(desk.seller_id, stock_id, MOST)
    context = {
        "level": level,
        "variant": variant,
        "product": names_of([variant.product_id]).get(variant.product_id),
        "lines": [(line, MOVEMENTS[line.kind], line.kind in OF_ORDERS) for line in lines],
        "is_cut": len(lines) == MOST,
        "most": MOST,
    }
    return hub_page(request, desk, "movements", context)
