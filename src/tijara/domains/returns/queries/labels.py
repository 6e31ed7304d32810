"""Labels of returns: what waits to be printed, and the page that the printer is given."""

from base64 import b64encode
from uuid import UUID

import segno
from django.template.loader import render_to_string

from tijara.domains.geography.queries import city, town
from tijara.domains.markets.queries import market_by_id, site_name
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import OrderView
from tijara.domains.parties.queries import legal_identities, markets_of
from tijara.domains.stores.queries import stores
from tijara.kit.clock import now
from tijara.kit.code128 import picture
from tijara.kit.countries import country_name

from ..models import Return
from ..shapes import ReturnState
from .views import return_view

INK = "#1c2440"


def labels_waiting(limit: int) -> list[tuple[UUID, UUID]]:
    """(seller id, return id) of those that may be sent and have no label yet, the first first."""
    rows = Return.objects.filter(
        label_asked_at__lte=now(), label_file_id=None, state=ReturnState.APPROVED
    )
    return list(rows.order_by("label_asked_at").values_list("seller_id", "id")[:limit])


def label_page(seller_id: UUID, return_id: UUID) -> str:
    """A whole page, twice on paper: 10 by 15 cm for a label printer, and A4 to be cut."""
    told = return_view(seller_id, return_id)
    order = order_view(seller_id, told.order_id) if told else None
    if told is None or order is None:
        return ""
    store = stores([seller_id]).get(seller_id)
    facts = {
        "told": told,
        "order": order,
        "site": site_name(market_by_id(markets_of([seller_id])[seller_id])),
        "store": store,
        "identity": legal_identities([seller_id])[seller_id],
        "store_city": city(store.city) if store else None,
        "from_city": _city_of(order),
        "qr": segno.make_qr(told.number, error="m").svg_data_uri(border=2, dark=INK),
        "bars": f"data:image/svg+xml;base64,{b64encode(picture(told.number).encode()).decode()}",
    }
    return render_to_string("returns/messages/label.html", facts)


def _city_of(order: OrderView) -> str:
    """With its country, where it comes from abroad."""
    named = (town(order.address.city), country_name(order.address.country))
    return "، ".join(one.name_ar for one in named if one)
