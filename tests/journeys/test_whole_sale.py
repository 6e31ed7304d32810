"""The whole sale: a guest and a customer each buy physical and digital goods of two sellers, by
card, by transfer and in cash; one order is cancelled after payment, one taken back after delivery,
one refused at the door, and a seller is paid. Then the proofs of the data.

With the whole family of `make up`: the worker, and the gateway's simulator over real HTTP.
"""

import re
import secrets
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tijara.faces.cli.gateway_simulator import GOOD_CARD

from .people import DESK, OPERATOR, PATIENCE, PHONE, Person, sees

DIGITAL = "raqmi"
"""The store of everything in the digital department."""
INVOICE = re.compile(r"INV-\d+")
REFUSED = re.compile("رُفض عند الباب|Refused at the door")
BUYERS = [
    pytest.param("ar", PHONE, "", id="guest ar 390"),
    pytest.param("en", DESK, "noura@demo.tijara.example", id="customer en 1440"),
]


@dataclass(frozen=True, slots=True)
class Bought:
    """One seller's order, as its buyer sees it."""

    number: str
    store: str
    address: str


@pytest.fixture
def at_the_desk(arrives) -> Iterator[Callable[[str], Person]]:
    """A seller by his store's name, or the operator; each signs in once."""
    known: dict[str, Person] = {}

    def desk(name: str) -> Person:
        if name not in known:
            email = OPERATOR if name == "office" else f"{name}@demo.tijara.example"
            known[name] = arrives("ar", DESK, email=email)
        return known[name]

    yield desk
    assert {name: one.complaints for name, one in known.items() if one.complaints} == {}


@pytest.mark.parametrize(("language", "size", "email"), BUYERS)
def test_every_way_an_order_can_go(arrives, at_the_desk, audit, language, size, email):
    buyer = arrives(language, size, email=email)
    by_card_and_cancels(buyer)
    by_transfer_and_sends_it_back(buyer, at_the_desk)
    refuses_one_parcel_at_the_door(buyer, at_the_desk)
    assert buyer.complaints == []
    assert audit() == []


def by_card_and_cancels(buyer: Person) -> None:
    """The digital part stays his; the physical one is cancelled and its money comes back."""
    buyer.goes("/")
    orders = buys(buyer, ["nahhas", DIGITAL], "card")
    has_what_is_digital(buyer, orders[DIGITAL])
    opens(buyer, orders["nahhas"])
    page = buyer.page
    page.locator("#cancellation summary").click()
    page.locator("#cancellation input").first.check()
    page.locator("#cancellation .btn.danger").click()
    sees(page, page.locator("aside .badge.good"))


def by_transfer_and_sends_it_back(buyer: Person, at_the_desk) -> None:
    orders = buys(buyer, ["khawlani", DIGITAL], "bank_transfer", at_the_desk)
    has_what_is_digital(buyer, orders[DIGITAL])
    seller = at_the_desk("khawlani")
    ships(seller, orders["khawlani"])
    delivers(seller, orders["khawlani"])
    seller.page.locator("main a[href$='/refund']").click()
    seller.page.locator("[name=reason]").first.check()
    seller.page.locator("[name=restock][value=yes]").check()
    seller.page.locator("dialog[open] .btn.danger").click()
    gives_it_back_at_the_bank(at_the_desk("office"), orders["khawlani"])
    opens(buyer, orders["khawlani"])
    sees(buyer.page, buyer.page.locator("aside .badge.good"))


def refuses_one_parcel_at_the_door(buyer: Person, at_the_desk) -> None:
    orders = buys(buyer, ["nahhas", "oud"], "cash_on_delivery")
    for store in orders:
        ships(at_the_desk(store), orders[store])
    refused, seller = at_the_desk("nahhas").page, at_the_desk("oud")
    refused.locator("main a[href$='/refusal']").click()
    refused.locator("dialog[open] .btn.primary").click()
    opens(buyer, orders["nahhas"])
    expect(buyer.page.locator(".timeline b").first).to_have_text(REFUSED)
    protects_buyers(at_the_desk("office"), days="0")
    delivers(seller, orders["oud"])
    protects_buyers(at_the_desk("office"), days="3")
    pays_before_the_carrier(at_the_desk("office"), does=True)
    is_paid(seller, at_the_desk("office"), store="oud")
    pays_before_the_carrier(at_the_desk("office"), does=False)
    has_his_invoice(seller, buyer, orders["oud"])


# What a buyer does -----------------------------------------------------------------------------


def buys(buyer: Person, stores: list[str], method: str, at_the_desk=None) -> dict[str, Bought]:
    """From the stores' own pages to the paid order; by store."""
    page = buyer.page
    for store in stores:
        buyer.goes("/c/digital" if store == DIGITAL else f"/s/{store}")
        opens_what_is_sold_by(page, store)
        page.locator("aside.buy form .btn.primary").click()
        page.wait_for_selector("dialog.side[open]")
    buyer.goes("/checkout")
    fills_the_address(page)
    page.locator(f"[name=payment][value={method}]").check()
    page.locator("main form .btn.primary").last.click()
    if method == "bank_transfer":
        pays_by_transfer(buyer, at_the_desk("office"))
    else:
        PAYS[method](buyer)
    sees(page, page.locator("h1", has_text=re.compile("شكرًا|thank you")))
    return {one.store: one for one in placed_orders(page)}


def opens_what_is_sold_by(page: Page, store: str) -> None:
    """Another shop may sell some of its goods for less: then that one is offered first."""
    cards = page.locator("article.card:not(.gone) .name a").all()
    for address in [card.get_attribute("href") for card in cards]:
        page.goto(address)
        if page.locator(f".product p:has(+ h1) a[href$='/s/{store}']").count():
            return
    raise AssertionError(f"{store} is the first to sell none of its goods")


def fills_the_address(page: Page) -> None:
    if page.locator("#recipient").is_visible():
        page.fill("#recipient", "نورة السبيعي")
        page.fill("#phone", "0551234567")
        page.select_option("[name=city]", "sa-riyadh")
        page.fill("#landmark", "خلف مسجد التقوى")


def pays_by_card(buyer: Person) -> None:
    """On the gateway's page, with the bank's question after it."""
    page = buyer.page
    page.wait_for_url("**/pay/*")
    page.locator("main .btn.primary").first.click()
    given = {"number": GOOD_CARD, "name": "NOURA", "month": "12", "year": "30", "cvc": "123"}
    for name, value in given.items():
        page.fill(f"[name={name}]", value)
    page.locator("button").first.click()
    page.locator("button[value=confirm]").click()
    page.wait_for_url(re.compile("/(pay|checkouts)/"))


def pays_by_transfer(buyer: Person, staff: Person) -> None:
    """He sends a picture of the receipt; staff find the money at the bank."""
    page = buyer.page
    page.wait_for_url("**/pay/*")
    receipt = {"name": "receipt.png", "mimeType": "image/png", "buffer": page.screenshot()}
    page.set_input_files("[name=receipt]", receipt)
    page.locator("form[action$='/receipts'] button").click()
    expect(page.locator("form[action$='/receipts']")).to_have_count(0)
    reference = page.locator("b.code").inner_text()
    staff.goes(f"/office/payments?q={reference}")
    staff.page.locator("tbody th a").first.click()
    amount = re.sub(r"[^0-9.]", "", staff.page.locator("aside .total dd").first.inner_text())
    staff.page.fill("[name=received]", amount)
    staff.page.fill("[name=bank_reference]", f"SARIE-{reference}")
    staff.page.locator("form[action$='/approval'] .btn.primary").click()
    page.goto(page.url.replace("/pay/", "/checkouts/"))


def confirms_his_phone(buyer: Person) -> None:
    buyer.page.wait_for_url("**/checkouts/*")
    if buyer.page.locator("#code-field").count():
        buyer.page.fill("#code-field", buyer.reads_the_code_sent_to("+966551234567"))
        buyer.page.locator("#code form .btn.primary").click()


PAYS = {"card": pays_by_card, "cash_on_delivery": confirms_his_phone}


def placed_orders(page: Page) -> list[Bought]:
    addresses = [
        link.get_attribute("href")
        for link in page.locator("section.panel a.btn[href*='/orders/']").all()
    ]
    return [read_order(page, address) for address in dict.fromkeys(addresses)]


def read_order(page: Page, address: str) -> Bought:
    page.goto(address)
    store = page.locator("main a[href*='/s/']").first
    number = page.locator(".crumbs [aria-current]").inner_text()
    slug = store.get_attribute("href").rpartition("/")[2]
    return Bought(number, slug, address)


def opens(buyer: Person, order: Bought) -> None:
    buyer.page.goto(order.address)


def has_what_is_digital(buyer: Person, order: Bought) -> None:
    """A code that he uncovers, or a file that he fetches."""
    page = buyer.page
    opens(buyer, order)
    covered, file = page.locator("form[action$='/codes'] button"), page.locator("a[download]")
    sees(page, covered.or_(file))
    if covered.count():
        covered.click()
        expect(page.locator("#digital .code, main .code").first).to_be_visible()
    else:
        assert page.request.get(file.first.get_attribute("href")).body()


# What sellers and staff do ---------------------------------------------------------------------


def ships(seller: Person, order: Bought) -> None:
    finds(seller, order)
    seller.page.locator("form[action$='/confirmation'] .btn.primary").click()
    seller.page.fill("[name=carrier]", "سمسا")
    seller.page.fill("[name=tracking_number]", "SM-2026-77")
    seller.page.locator("form[action$='/shipment'] .btn.primary").click()
    expect(seller.page.locator("#parcel-1")).to_be_visible()


def finds(seller: Person, order: Bought) -> None:
    seller.goes(f"/hub/orders?q={order.number}")
    seller.page.locator("tbody th a").first.click()
    expect(seller.page.locator("h1")).to_contain_text(order.number)


def delivers(seller: Person, order: Bought) -> None:
    seller.page.locator("main a[href$='/delivery']").click()
    seller.page.locator("dialog[open] .btn.primary").click()
    expect(seller.page.locator("h1")).to_contain_text(order.number)


def gives_it_back_at_the_bank(staff: Person, order: Bought) -> None:
    staff.goes("/office/refunds?state=due")
    row = staff.page.locator("tbody tr", has_text=order.number)
    sees(staff.page, row)
    row.locator("[name^=reference-]").fill("RJHI-2211-7")
    row.locator("[name=only]").click()
    expect(staff.page.locator("tbody tr", has_text=order.number)).to_have_count(0)


def protects_buyers(staff: Person, *, days: str) -> None:
    """For how long a shop's part is held after a delivery; of no days, it is the shop's at once."""
    staff.goes("/office/markets/sa")
    field = staff.page.locator("[name=protection_days]")
    field.fill(days)
    with staff.page.expect_navigation():
        staff.page.locator("main form .btn.primary").last.click()
    expect(field).to_have_value(days)


def pays_before_the_carrier(staff: Person, *, does: bool) -> None:
    """Else the cash that the courier has taken waits for his list."""
    staff.goes("/office/markets/sa/cash")
    switch = staff.page.locator("[name=pays_before_cash]")
    switch.set_checked(does)
    with staff.page.expect_navigation():
        staff.page.locator("main form .btn.primary").first.click()
    expect(switch).to_be_checked(checked=does)


def is_paid(seller: Person, staff: Person, *, store: str) -> None:
    """All that he is owed, as his statement says, with the bank's reference on it."""
    staff.goes(f"/s/{store}")
    name = staff.page.locator("h1").inner_text()
    staff.goes("/office/payouts")
    staff.page.locator("tbody th a", has_text=name).first.click()
    reference = f"RJHI-{secrets.token_hex(4).upper()}"
    staff.page.fill("[name=bank_reference]", reference)
    staff.page.locator("form[action$='/payout'] .btn.primary").click()
    expect(staff.page.locator("form[action$='/payout']")).to_have_count(0)
    seller.goes("/hub/money")
    expect(seller.page.locator("main")).to_contain_text(reference)


def has_his_invoice(seller: Person, buyer: Person, order: Bought) -> None:
    """One paper for both: the seller finds it at the order, the buyer too, and it is a PDF."""
    opens(buyer, order)
    link = buyer.page.locator("aside a[href*='/invoices/']")
    sees(buyer.page, link)
    link.first.click()
    number = INVOICE.search(buyer.page.locator("main").inner_text())[0]
    finds(seller, order)
    seller.page.locator("aside a[href*='/invoices/']").first.click()
    expect(seller.page.locator("main")).to_contain_text(number)
    pdf = buyer.page.locator("a[href$='/pdf']")
    sees(buyer.page, pdf)
    assert printed(buyer.page, pdf.first.get_attribute("href")).startswith(b"%PDF")


def printed(page: Page, address: str) -> bytes:
    """What is there when it has been printed: until then a page asks for patience, and opens it
    again by itself."""
    ends = time.monotonic() + PATIENCE
    while (answer := page.request.get(address)).status == 202 and time.monotonic() < ends:
        page.wait_for_timeout(250)
    return answer.body()
