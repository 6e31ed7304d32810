"""A flash sale from its shop, from the market and from two phones: proposed, agreed to, opened,
bought by one press, and sold out for who comes second."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.utils import timezone
from playwright.sync_api import expect

from .people import DESK, OPERATOR, PHONE, Person

SHOP = "khawlani@demo.tijara.example"
NEVER_TOO_QUICK = 1500
"""Milliseconds: a form that comes back sooner is not believed."""
PHONE_NUMBER = "0551234599"
PATIENCE = 60_000
"""Milliseconds that a page has beyond the opening, on a machine that is busy with something
else."""


def test_a_shop_proposes_one_and_the_market_agrees(arrives, audit):
    shop, office = arrives("ar", DESK, email=SHOP), arrives("en", DESK, email=OPERATOR)
    sale = proposes(shop, begins=timezone.localtime() + timedelta(hours=3))
    stranger = arrives("ar", PHONE, scripts=False)
    agrees(office, sale)
    stranger.goes("/sales")
    stranger.page.locator(f"main h2 a[href$='{sale}']").click()
    assert "بعد" in stranger.page.locator("[data-until]").inner_text()
    ends(office)
    assert shop.complaints == office.complaints == stranger.complaints == []
    assert audit() == []


def test_one_waits_for_the_opening_and_buys_and_the_next_hears_that_all_is_taken(arrives, audit):
    """One piece. The sale is this journey's own: those of the demonstration are as old as that is,
    and what others have a turn for may be all that is left."""
    shop, office = arrives("ar", DESK, email=SHOP), arrives("en", DESK, email=OPERATOR)
    buyer, second = arrives("ar", PHONE), arrives("ar", PHONE)
    begins = next_minute_but_one()
    sale = proposes(shop, begins, units="1")
    agrees(office, sale)
    address = takes_a_place(buyer, sale)
    makes_ready(buyer)
    waits_for_his_turn(buyer, begins)
    buyer.page.locator("form[action$='/purchase'] button").click()
    buyer.page.wait_for_url("**/checkouts/**")
    finds_it_taken(second, address)
    shows_that_the_phone_is_his(buyer)
    buyer.page.goto(address)
    buyer.page.locator("main a.btn[href*='/checkouts/']").click()
    buyer.page.wait_for_url("**/checkouts/**")
    office.page.reload()
    ends(office)
    assert shop.complaints == office.complaints == buyer.complaints == second.complaints == []
    assert audit() == []


def next_minute_but_one() -> datetime:
    """Forms tell minutes: one to two from now."""
    return timezone.localtime().replace(second=0, microsecond=0) + timedelta(minutes=2)


# The desks -------------------------------------------------------------------------------------


def proposes(shop: Person, begins: datetime, units: str = "2") -> str:
    page = shop.page
    shop.goes("/hub/flash-sales/new")
    page.fill("[name=name_ar]", "ليلة البنّ")
    for start, moment in (("", begins), ("end_", begins + timedelta(hours=2))):
        page.fill(f"[name={start}day]", moment.date().isoformat())
        page.fill(f"[name={start}time]", f"{moment:%H:%M}")
    page.locator("[name=offer]").first.select_option(index=1)
    page.locator("[name=price]").first.fill("9")
    page.locator("[name=units]").first.fill(units)
    page.locator("main form .btn.primary").click()
    page.wait_for_url(lambda address: not address.endswith("/new"))
    return urlsplit(page.url).path.rpartition("/")[2]


def agrees(office: Person, sale: str) -> None:
    office.goes("/office/flash-sales")
    office.page.locator(f"main tbody th a[href$='{sale}']").click()
    office.page.locator("button[value=agree]").click()
    expect(office.page.locator("button[value=agree]")).to_have_count(0)


def ends(office: Person) -> None:
    office.page.locator("main details.more summary").click()
    office.page.locator("button[value=end]").click()
    expect(office.page.locator("button[value=end]")).to_have_count(0)


# The phones ------------------------------------------------------------------------------------


def takes_a_place(buyer: Person, sale: str) -> str:
    """The sale's address."""
    page = buyer.page
    buyer.goes("/sales")
    page.locator(f"main h2 a[href$='{sale}']").click()
    page.wait_for_url(f"**/{sale}")
    address = urlsplit(page.url).path
    assert page.locator("[role=timer][data-until]").inner_text()
    page.wait_for_timeout(NEVER_TOO_QUICK)
    page.locator("main form .btn.primary").click()
    page.wait_for_url("**/order")
    return address


def makes_ready(buyer: Person) -> None:
    page = buyer.page
    told = {"recipient": "نورة السبيعي", "short_code": "RRRD2929", "phone": PHONE_NUMBER}
    for name, value in told.items():
        page.fill(f"[name={name}]", value)
    page.select_option("[name=city]", "sa-riyadh")
    page.locator("[name=payment][value=cash_on_delivery]").check()
    page.locator("main form .btn.primary").click()
    page.wait_for_url(lambda address: not address.endswith("/order"))


def waits_for_his_turn(buyer: Person, begins: datetime) -> None:
    """He only looks: the page itself finds out."""
    until = max(begins - timezone.localtime(), timedelta()).total_seconds() * 1000
    button = buyer.page.locator("form[action$='/purchase'] button")
    expect(button).to_be_visible(timeout=until + PATIENCE)


def shows_that_the_phone_is_his(buyer: Person) -> None:
    """It is an order like any: in cash, it waits for its code."""
    page = buyer.page
    page.fill("#code-field", buyer.reads_the_code_sent_to(f"+966{int(PHONE_NUMBER)}"))
    page.locator("#code form .btn.primary").click()
    expect(page.locator("main h1")).to_have_text("وصلنا طلبك، شكرًا لك", timeout=PATIENCE)


def finds_it_taken(second: Person, address: str) -> None:
    """The room says it; the page before may be a second old."""
    page = second.page
    page.goto(address)
    page.wait_for_timeout(NEVER_TOO_QUICK)
    page.locator("main form .btn.primary").click()
    page.wait_for_url("**/order")
    page.goto(address)
    expect(page.locator("[data-watch]")).to_contain_text("أُخذ كله الآن", timeout=PATIENCE)
    assert page.locator("form[action$='/purchase']").count() == 0
