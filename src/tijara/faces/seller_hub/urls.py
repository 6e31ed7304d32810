"""Addresses of the seller hub: resources; an act is a noun under its order or stock."""

from django.urls import path

from tijara.faces.seller_hub.pages.batch import batch
from tijara.faces.seller_hub.pages.cancellation import cancellation
from tijara.faces.seller_hub.pages.confirmation import confirmation
from tijara.faces.seller_hub.pages.count import count
from tijara.faces.seller_hub.pages.delivery import delivery
from tijara.faces.seller_hub.pages.digital import digital
from tijara.faces.seller_hub.pages.movements import movements_page
from tijara.faces.seller_hub.pages.order import order
from tijara.faces.seller_hub.pages.orders import orders
from tijara.faces.seller_hub.pages.packing import packing, slip
from tijara.faces.seller_hub.pages.price import price
from tijara.faces.seller_hub.pages.refusal import refusal
from tijara.faces.seller_hub.pages.rest import rest
from tijara.faces.seller_hub.pages.shipment import shipment
from tijara.faces.seller_hub.pages.stock import stock
from tijara.faces.seller_hub.pages.today import today
from tijara.faces.seller_hub.pages.tracking import tracking

app_name = "seller_hub"
urlpatterns = [
    path("", today, name="today"),
    path("orders", orders, name="orders"),
    path("orders/batch", batch, name="batch"),
    path("orders/<uuid:order_id>", order, name="order"),
    path("orders/<uuid:order_id>/confirmation", confirmation, name="confirmation"),
    path("orders/<uuid:order_id>/packing", packing, name="packing"),
    path("orders/<uuid:order_id>/slip", slip, name="slip"),
    path("orders/<uuid:order_id>/shipment", shipment, name="shipment"),
    path("orders/<uuid:order_id>/rest", rest, name="rest"),
    path("orders/<uuid:order_id>/digital", digital, name="digital"),
    path("orders/<uuid:order_id>/cancellation", cancellation, name="cancellation"),
    path("parcels/<uuid:shipment_id>/tracking", tracking, name="tracking"),
    path("parcels/<uuid:shipment_id>/delivery", delivery, name="delivery"),
    path("parcels/<uuid:shipment_id>/refusal", refusal, name="refusal"),
    path("stock", stock, name="stock"),
    path("stock/<uuid:stock_id>/movements", movements_page, name="movements"),
    path("stock/<uuid:stock_id>/count", count, name="count"),
    path("offers/<uuid:offer_id>/price", price, name="price"),
]
