"""Addresses of the set-up. They lead nowhere any more once it is over."""

from django.urls import path

from tijara.faces.setup.pages.delivery import delivery
from tijara.faces.setup.pages.look import look
from tijara.faces.setup.pages.market import market
from tijara.faces.setup.pages.owner import owner
from tijara.faces.setup.pages.payment import payment
from tijara.faces.setup.pages.product import product
from tijara.faces.setup.pages.putting_off import putting_off
from tijara.faces.setup.pages.start import start
from tijara.faces.setup.pages.store import store

app_name = "setup"
urlpatterns = [
    path("", start, name="start"),
    path("owner", owner, name="owner"),
    path("market", market, name="market"),
    path("look", look, name="look"),
    path("store", store, name="store"),
    path("payment", payment, name="payment"),
    path("delivery", delivery, name="delivery"),
    path("product", product, name="product"),
    path("later/<slug:step>", putting_off, name="putting_off"),
]
