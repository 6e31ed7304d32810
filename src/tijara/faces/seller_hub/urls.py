"""Addresses of the seller hub: resources; an act is a noun under its order or stock."""

from django.urls import path

from tijara.faces.seller_hub.pages.cancellation import cancellation
from tijara.faces.seller_hub.pages.confirmation import confirmation
from tijara.faces.seller_hub.pages.count import count
from tijara.faces.seller_hub.pages.delivery import delivery
from tijara.faces.seller_hub.pages.movements import movements_page
from tijara.faces.seller_hub.pages.order import order
from tijara.faces.seller_hub.pages.orders import orders
from tijara.faces.seller_hub.pages.price import price
from tijara.faces.seller_hub.pages.refusal import refusal
from tijara.faces.seller_hub.pages.shipment import shipment
from tijara.faces.seller_hub.pages.stock import stock
from tijara.faces.seller_hub.pages.today import today

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
    path("stock", stock, name="stock"),
    path("stock/<uuid:stock_id>/movements", movements_page, name="movements"),
    path("stock/<uuid:stock_id>/count", count, name="count"),
    path("offers/<uuid:offer_id>/price", price, name="price"),
]
