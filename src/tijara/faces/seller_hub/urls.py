"""Addresses of the seller hub: resources; an act is a noun under its order or stock."""

from django.urls import path

from tijara.faces.seller_hub.pages.cancellation import cancellation
from tijara.faces.seller_hub.pages.confirmation import confirmation
from tijara.faces.seller_hub.pages.count import count
from tijara.faces.seller_hub.pages.delivery import delivery
from tijara.faces.seller_hub.pages.import_acts import (
    import_check,
    import_disposal,
    import_intake,
    import_reading,
    import_undoing,
)
from tijara.faces.seller_hub.pages.import_faults import import_faults
from tijara.faces.seller_hub.pages.import_page import import_page
from tijara.faces.seller_hub.pages.imports import imports
from tijara.faces.seller_hub.pages.movements import movements_page
from tijara.faces.seller_hub.pages.order import order
from tijara.faces.seller_hub.pages.orders import orders
from tijara.faces.seller_hub.pages.price import price
from tijara.faces.seller_hub.pages.refusal import refusal
from tijara.faces.seller_hub.pages.shipment import shipment
from tijara.faces.seller_hub.pages.stock import stock
from tijara.faces.seller_hub.pages.today import today
from tijara.faces.seller_hub.pages.ways import way, way_reset, ways, zone, zone_removal

app_name = "seller_hub"
urlpatterns = [
    path("", today, name="today"),
    path("orders", orders, name="orders"),
    path("orders/<uuid:order_id>", order, name="order"),
    path("orders/<uuid:order_id>/confirmation", confirmation, name="confirmation"),
    path("orders/<uuid:order_id>/shipment", shipment, name="shipment"),
    path("orders/<uuid:order_id>/delivery", delivery, name="delivery"),
    path("orders/<uuid:order_id>/refusal", refusal, name="refusal"),
    path("orders/<uuid:order_id>/cancellation", cancellation, name="cancellation"),
    path("imports", imports, name="imports"),
    path("imports/<uuid:run_id>", import_page, name="import_page"),
    path("imports/<uuid:run_id>/reading", import_reading, name="import_reading"),
    path("imports/<uuid:run_id>/check", import_check, name="import_check"),
    path("imports/<uuid:run_id>/intake", import_intake, name="import_intake"),
    path("imports/<uuid:run_id>/undoing", import_undoing, name="import_undoing"),
    path("imports/<uuid:run_id>/disposal", import_disposal, name="import_disposal"),
    path("imports/<uuid:run_id>/faults.csv", import_faults, name="import_faults"),
    path("delivery", ways, name="ways"),
    path("delivery/zones", zone, name="zone"),
    path("delivery/zones/removal", zone_removal, name="zone_removal"),
    path("delivery/<str:code>", way, name="way"),
    path("delivery/<str:code>/reset", way_reset, name="way_reset"),
    path("stock", stock, name="stock"),
    path("stock/<uuid:stock_id>/movements", movements_page, name="movements"),
    path("stock/<uuid:stock_id>/count", count, name="count"),
    path("offers/<uuid:offer_id>/price", price, name="price"),
]
