"""A flash sale from both sides: proposed, agreed to, and bought by one press on a phone."""

from datetime import timedelta
from urllib.parse import urlsplit

from django.utils import timezone

from .people import DESK, OPERATOR, PHONE, Person

SHOP = "khawlani@demo.tijara.example"
NEVER_TOO_QUICK = 1500
"""Milliseconds: a form that comes back sooner is not believed."""


def test_a_sale_that_runs_is_bought_by_one_press(arrives, audit):
    """The demonstration's: he takes a place, makes his order ready, and has his turn."""
    buyer = arrives("ar", PHONE)
    sale = takes_a_place(buyer)
    makes_ready(buyer)
    page = buyer.page
    page.locator("form[action$='/purchase'] button").wait_for()
    second = page.context.new_page()
    second.goto(sale)
    page.locator("form[action$='/purchase'] button").click()
    page.wait_for_url("**/checkouts/**")
    second.locator("form[action$='/purchase'] button").click()
    second.wait_for_url(page.url)
    page.goto(sale)
    assert page.locator("main a.btn[href*='/checkouts/']").count() == 1
    assert buyer.complaints == []
    assert audit() == []


def test_a_shop_proposes_one_and_the_market_agrees(arrives, audit):
    shop, office = arrives("ar", DESK, email=SHOP), arrives("en", DESK, email=OPERATOR)
    sale = proposes(shop)
    stranger = arrives("ar", PHONE, scripts=False)
    office.goes("/office/flash-sales")
    office.page.locator(f"main tbody th a[href$='{sale}']").click()
    office.page.locator("button[value=agree]").click()
    office.page.wait_for_load_state()
    stranger.goes("/sales")
    stranger.page.locator(f"main h2 a[href$='{sale}']").click()
    assert "بعد" in stranger.page.locator("[data-until]").inner_text()
    office.page.locator("main details.more summary").click()
    office.page.locator("button[value=end]").click()
    office.page.wait_for_load_state()
    assert office.page.locator("button[value=end]").count() == 0
    assert shop.complaints == office.complaints == stranger.complaints == []
    assert audit() == []


def takes_a_place(buyer: Person) -> str:
    page = buyer.page
    buyer.goes("/sales")
    page.locator("main h2 a").first.click()
    page.wait_for_url("**/sales/*")
    sale = urlsplit(page.url).path
    page.wait_for_timeout(NEVER_TOO_QUICK)
    page.locator("main form .btn.primary").click()
    page.wait_for_url("**/order")
    return sale


def makes_ready(buyer: Person) -> None:
    page = buyer.page
    told = {"recipient": "نورة السبيعي", "short_code": "RRRD2929", "phone": "0551234599"}
    for name, value in told.items():
        page.fill(f"[name={name}]", value)
    page.select_option("[name=city]", "sa-riyadh")
    page.locator("[name=payment][value=cash_on_delivery]").check()
    page.locator("main form .btn.primary").click()
    page.wait_for_url(lambda address: not address.endswith("/order"))


def proposes(shop: Person) -> str:
    page = shop.page
    begins = timezone.localtime() + timedelta(hours=3)
    ends = begins + timedelta(hours=2)
    shop.goes("/hub/flash-sales/new")
    page.fill("[name=name_ar]", "ليلة البنّ")
    for start, moment in (("", begins), ("end_", ends)):
        page.fill(f"[name={start}day]", moment.date().isoformat())
        page.fill(f"[name={start}time]", f"{moment:%H:%M}")
    page.locator("[name=offer]").first.select_option(index=1)
    page.locator("[name=price]").first.fill("9")
    page.locator("[name=units]").first.fill("2")
    page.locator("main form .btn.primary").click()
    page.wait_for_url(lambda address: not address.endswith("/new"))
    return urlsplit(page.url).path.rpartition("/")[2]
