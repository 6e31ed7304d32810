"""Who opens a page: each reader is prepared once, through the pages themselves, and then keeps the
cookies and the addresses that the preparation found.
"""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from tests.conftest import Served
from tijara.faces.cli.bench.market import NOT_OURS
from tijara.faces.cli.demonstration.content import shown_password

TYPED = {
    "recipient": "نورة السبيعي",
    "short_code": "RRRD2929",
    "district": "الياسمين",
}
PATIENCE = 60
PHONE, ANOTHER_PHONE = "0551234567", "0557654321"
SIX_DIGITS = re.compile(r"\b\d{6}\b")
SHEET = (
    "رقم المنتج,رقم المنتج الأب,اسم المنتج,السعر,اللون\n1,D,دلة للتجربة,٣٤٩,أحمر\n"
    "2,D,,٣٢٠,أزرق\n3,D,,٣١٠,ذهبي\n4,,,5,\n5,,فنجان,abc,\n"
)
SELLER, OPERATOR = "nahhas@demo.tijara.example", "market@demo.tijara.example"
BUYER = "noura@demo.tijara.example"
DIGITAL_SELLER = "raqmi@demo.tijara.example"


@dataclass(slots=True)
class Reader:
    """`state` for a browser's context; `found` fills the braces of an address."""

    state: dict | None = None
    found: dict[str, str] = field(default_factory=dict)


def prepared(by: str, served: Served, browser: Browser) -> Reader:
    context = browser.new_context(base_url=served.address)
    page = context.new_page()
    found = _see_odd(page, served.data) if by == "odd" else WAYS[by](page)
    reader = Reader(context.storage_state(), found)
    context.close()
    return reader


def _visit(page: Page) -> dict[str, str]:
    page.goto("/c/coffee-hosting")
    found = {"product": _address_of(page, "main a[href^='/p/']")}
    found |= {"reviewed": _address_of(page, "main .card:has(.rating) .name a")}
    found |= {"review_report": _linked(page, found["reviewed"], "/reviews/")}
    page.goto("/search?q=ضيافة بمقبض")
    found |= {"varied": _address_of(page, "main a[href^='/p/']")}
    page.goto("/search?q=فناجين ضيافة بحزام ذهبي 6 قطع")
    found |= {"sold_out": _address_of(page, "main a[href*='-6-']")}
    return found | _see_sales(page)


def _see_odd(page: Page, data: str) -> dict[str, str]:
    """Odd goods, laid out in the market while it is open; its pages hear of them in a moment."""
    command = [sys.executable, "-m", "tests.market.odd"]
    kept = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
    ran = subprocess.run(
        command, env=kept | {"TIJARA_DATA": data}, stdout=subprocess.PIPE, check=True
    )
    found = json.loads(ran.stdout)
    for path in found.values():
        for _ in range(PATIENCE):
            if page.request.get(path).status == 200:
                break
            page.wait_for_timeout(500)
    return found


def _see_sales(page: Page) -> dict[str, str]:
    """The demonstration's flash sales: one runs, one comes, one is over."""
    page.goto("/sales")
    names = ("sale", "sale_to_come", "sale_over")
    links = page.locator("main h2 a[href*='/sales/']").all()
    return {
        name: link.get_attribute("href") or "" for name, link in zip(names, links, strict=False)
    }


def _queue(page: Page) -> dict[str, str]:
    """In the line of the one that runs. A form that comes back at once is not believed."""
    found = _see_sales(page)
    page.goto(found["sale"])
    page.wait_for_timeout(1500)
    page.click("main form .btn.primary")
    page.wait_for_url("**/order")
    return found


def _pick(page: Page) -> dict[str, str]:
    found = _visit(page)
    page.goto(found["product"])
    page.click("aside.buy form .btn.primary")
    page.wait_for_selector("dialog.side[open]")
    return found


def _order(page: Page) -> dict[str, str]:
    """His phone is new to the market, so he shows that it is his. He asks for the code once more:
    there is no worker here to send the first."""
    found = _place(page, PHONE)
    page.click("#code form[action$='/code'] .btn.ghost")
    page.wait_for_load_state()
    code = _code_for(page, PHONE)
    page.goto(found["placed"])
    page.fill("#code-field", code)
    page.click("#code form .btn.primary")
    page.wait_for_selector("#code", state="detached")
    return found


def _wait_for_code(page: Page) -> dict[str, str]:
    return _place(page, ANOTHER_PHONE)


def _owe(page: Page) -> dict[str, str]:
    """One checkout to be paid by card, another by transfer."""
    _confirm(page, ANOTHER_PHONE, "card")
    page.wait_for_url("**/pay/*")
    card = urlsplit(page.url).path
    _confirm(page, ANOTHER_PHONE, "bank_transfer")
    page.wait_for_url("**/pay/*")
    return {"card": card, "transfer": urlsplit(page.url).path}


def _confirm(page: Page, phone: str, payment: str = "cash_on_delivery") -> dict[str, str]:
    found = _pick(page)
    page.goto("/checkout")
    for name, value in (TYPED | {"phone": phone}).items():
        page.fill(f"[name={name}]", value)
    page.select_option("[name=city]", "sa-riyadh")
    page.check(f"[name=payment][value={payment}]")
    page.click("main form .btn.primary")
    return found


def _place(page: Page, phone: str) -> dict[str, str]:
    found = _confirm(page, phone)
    page.wait_for_url("**/checkouts/**")
    placed = urlsplit(page.url).path
    return found | {"placed": placed, "order": _address_of(page, "main a[href*='/orders/']")}


def _code_for(page: Page, phone: str) -> str:
    """As the demonstration's inbox shows it."""
    page.goto("/inbox/")
    page.locator(".mail-list a", has_text=f"+966{int(phone)}").first.click()
    return SIX_DIGITS.search(page.locator(".letter-text").inner_text())[0]


def _sell(page: Page) -> dict[str, str]:
    """He ships one order first, so that there is a parcel on its way to look at."""
    _sign_in(page, SELLER)
    page.goto(_first_in(page, "/hub/orders?view=ship"))
    page.fill("[name=carrier]", "سمسا")
    page.click("main form .btn.primary")
    page.wait_for_load_state()
    shipped = urlsplit(page.url).path.removesuffix("/shipment")
    parcel = _address_of(page, "main a[href$='/delivery']").removesuffix("/delivery")
    return {
        "parcel": parcel,
        "shipped": shipped,
        "new": _first_in(page, "/hub/orders?view=new"),
        "to_ship": _first_in(page, "/hub/orders?view=ship"),
        "movements": _first_in(page, "/hub/stock"),
        "my_product": _first_in(page, "/hub/products?q=ضيافة بمقبض"),
        "delivered": _first_in(page, "/hub/orders?view=done"),
        "invoice": _first_in(page, "/hub/invoices"),
        "taxed": _first_in(page, "/hub/invoices?q=INV-0"),
        "paid_out": _linked(page, "/hub/money", "/payouts/"),
        "return": _first_in(page, "/hub/returns"),
        "to_inspect": _address_of(page, "main tbody tr:last-child th a"),
        "dispute": _first_in(page, "/hub/disputes"),
        "my_review": _linked(page, "/hub/reviews", "/hub/reviews/"),
        "imported": _first_in(page, "/hub/imports"),
        "my_promotion": _first_in(page, "/hub/promotions"),
        "price_list": _first_in(page, "/hub/prices"),
        "my_sale": _first_in(page, "/hub/flash-sales"),
        "columns": _bring(page),
        "working": _check(page),
        "own_loss": _lose(page),
    }


def _lose(page: Page) -> str:
    """By a carrier of the shop's own, on the way to a buyer who gets it once more."""
    page.goto(_first_in(page, "/hub/orders?view=way"))
    page.goto(_address_of(page, "main a[href$='/loss']"))
    page.check("[name=instead][value=again]")
    page.check("[name=claimant][value=seller]")
    page.fill("[name=carrier]", "سمسا")
    page.fill("[name=amount]", "50")
    page.click("main form .btn.danger")
    page.wait_for_load_state()
    return _address_of(page, "main a[href*='/hub/losses/']")


def _sell_digital(page: Page) -> dict[str, str]:
    """Of the store that sells files and codes."""
    _sign_in(page, DIGITAL_SELLER)
    page.goto("/hub/stock?q=EBOOK")
    files = _address_of(page, "main a[href$='/files']")
    page.goto("/hub/stock?q=LICENCE")
    codes = _address_of(page, "main a[href$='/codes']")
    page.goto("/hub/products/new?q=LICENCE")
    product = _address_of(page, "main .found a[href*='/hub/products/']")
    return {"files": files, "codes": codes, "grid": f"{product}/terms"}


def _bring(page: Page) -> str:
    page.goto("/hub/imports")
    file = {"name": "shop.csv", "mimeType": "text/csv", "buffer": SHEET.encode()}
    page.set_input_files("main [type=file]", file)
    page.click("main form .btn.primary")
    page.wait_for_url("**/hub/imports/*")
    return urlsplit(page.url).path


def _check(page: Page) -> str:
    """On its way: there is no worker here to come to an end."""
    path = _bring(page)
    page.click("form[action$='/check'] .btn.primary")
    page.wait_for_selector("[data-watch]")
    return path


def _send_back(page: Page) -> dict[str, str]:
    """The buyer of the demonstration: one of her orders is on its way back, one may go; about one
    she has complained, about another she may."""
    _sign_in(page, BUYER)
    page.goto("/orders")
    found: dict[str, str] = {}
    links = page.locator("main a[href*='/orders/']").all()
    for path in dict.fromkeys(link.get_attribute("href") or "" for link in links):
        page.goto(path)
        asks = page.locator("main a[href$='/returns/new']")
        mine = page.locator("main a[href*='/returns/']:not([href$='/new'])")
        if asks.count():
            found.setdefault("return_form", asks.first.get_attribute("href") or "")
        if mine.count():
            found.setdefault("my_return", mine.first.get_attribute("href") or "")
        rated = page.locator("main a[href$='/reviews']")
        if rated.count() and "rated" not in found:
            found["rated"] = rated.first.get_attribute("href") or ""
            found["review_form"] = _linked(page, found["rated"], "/reviews/")
            page.goto(path)
        for name, kind in (("dispute_form", "a.btn"), ("my_dispute", ".menu-flat a")):
            complaint = page.locator(f"main {kind}[href$='/dispute']")
            if complaint.count():
                found.setdefault(name, complaint.first.get_attribute("href") or "")
        if len(found) == 6:
            return found
    raise AssertionError(f"of hers there is only {found}")


def _operate(page: Page) -> dict[str, str]:
    _sign_in(page, OPERATOR)
    found = {
        "sold": _first_in(page, "/office/orders?view=done"),
        "catalogued": _first_in(page, "/office/catalogue"),
        "department": _first_in(page, "/office/catalogue/categories"),
        "payout": _first_in(page, "/office/payouts"),
        "payout_run": _first_in(page, "/office/payout-runs"),
        "gateway_report": _first_in(page, "/office/payments/reports"),
        "payout_told": _linked(page, "/office/payouts", "/payouts/"),
        "rule": _linked(page, "/office/markets/sa/commission", "/rules/"),
        "cash_list": _first_in(page, "/office/cash/lists"),
        "cash_parcel": _first_in(page, "/office/cash?age=4"),
        "cash_loss": _first_in(page, "/office/cash/losses"),
        "office_wallet": _first_in(page, "/office/wallets"),
        "office_points": _first_in(page, "/office/points"),
        "office_sale": _first_in(page, "/office/flash-sales"),
        "office_group": _linked(page, "/office/markets/sa/groups", "/groups/"),
        "office_invoice": _first_in(page, "/office/invoices"),
        "product_report": _first_in(page, "/office/catalogue/reports"),
        "office_return": _first_in(page, "/office/returns"),
        "office_dispute": _first_in(page, "/office/disputes"),
        "seller_file": _first_in(page, "/office/sellers"),
        "event": _first_in(page, "/office/events?kind=all"),
    }
    page.goto("/inbox/")
    return found | {"letter": _address_of(page, ".mail-list a[href]")}


def _linked(page: Page, listed: str, part: str) -> str:
    """The first link of a list whose address has this part."""
    page.goto(listed)
    return _address_of(page, f"main a[href*='{part}']")


def _first_in(page: Page, listed: str) -> str:
    page.goto(listed)
    return _address_of(page, "main tbody th a")


def _sign_in(page: Page, email: str) -> None:
    page.goto("/account/sign-in/password")
    page.fill("[name=login]", email)
    page.fill("[name=password]", shown_password())
    page.click("main form .btn.primary")
    page.wait_for_load_state()


def _address_of(page: Page, link: str) -> str:
    return page.locator(link).first.get_attribute("href") or ""


WAYS = {
    "": _visit,
    "picker": _pick,
    "customer": _order,
    "waiting": _wait_for_code,
    "queuer": _queue,
    "payer": _owe,
    "returner": _send_back,
    "seller": _sell,
    "digital": _sell_digital,
    "operator": _operate,
}
