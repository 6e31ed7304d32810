"""A flash sale from its shop and from the market: proposed, and agreed to."""

from datetime import timedelta
from urllib.parse import urlsplit

from django.utils import timezone

from .people import DESK, OPERATOR, PHONE, Person

SHOP = "khawlani@demo.tijara.example"


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
