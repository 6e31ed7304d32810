"""A seller works through his orders in a real browser; then staff see that everything adds up.

In Arabic on a phone and in English at a desk, each with scripts and without. Every journey ends
with the proofs of the data.
"""

import re

import pytest
from playwright.sync_api import expect

from .people import DESK, OPERATOR, PHONE, Person, is_done

SELLERS = {
    "ar 390 scripts": "nahhas@demo.tijara.example",
    "ar 390 no scripts": "khawlani@demo.tijara.example",
    "en 1440 scripts": "oud@demo.tijara.example",
    "en 1440 no scripts": "raqmi@demo.tijara.example",
}
"""Each journey has a store of its own, so that none takes another's orders away."""
WORDS = {
    "ar": {
        "confirm": "أكّد الطلب",
        "ship": "اشحن الطلب",
        "was delivered": "سُلّم",
        "delivered and paid": "سُلّم ودُفع ثمنه",
        "was not accepted": "لم يُستلم",
        "nothing sold": "لم يتمّ البيع",
        "share": "معلّق لك",
        "save": "احفظ ما كتبته",
        "saved": "حُفظ",
        "adds up": "كل شيء مطابق",
        "at it": "يجري الفحص",
    },
    "en": {
        "confirm": "Confirm the order",
        "ship": "Ship the order",
        "was delivered": "It was delivered",
        "delivered and paid": "It was delivered and paid",
        "was not accepted": "It was not accepted",
        "nothing sold": "Nothing was sold",
        "share": "On hold",
        "save": "Save what I wrote",
        "saved": "aved",
        "adds up": "Everything adds up",
        "at it": "The worker is proving",
    },
}
JOURNEYS = [
    pytest.param(language, size, scripts, email, id=name)
    for (name, email), (language, size, scripts) in zip(
        SELLERS.items(),
        [("ar", PHONE, True), ("ar", PHONE, False), ("en", DESK, True), ("en", DESK, False)],
        strict=True,
    )
]


@pytest.fixture
def words():
    return WORDS


@pytest.mark.parametrize(("language", "size", "scripts", "email"), JOURNEYS)
def test_sells_and_takes_back(arrives, audit, language, size, scripts, email):
    seller = arrives(language, size, scripts, email)
    confirms_and_ships_a_new_order(seller)
    is_paid_for_it(seller)
    takes_back_what_was_not_accepted(seller)
    counts_a_shelf(seller)
    assert seller.complaints == []
    assert audit() == []
    staff = arrives(language, size, scripts, OPERATOR)
    staff.goes("/office/audit")
    with staff.page.expect_navigation():
        staff.page.locator("main form[method=post] button").first.click()
    is_done(staff.page, staff.page.get_by_text(staff.says("at it")))
    expect(staff.page.get_by_text(staff.says("adds up"))).to_be_visible()
    assert staff.complaints == []


def confirms_and_ships_a_new_order(seller: Person) -> None:
    opens_the_first(seller, "new")
    seller.presses("confirm")
    seller.page.fill("[name=carrier]", "سمسا")
    seller.page.fill("[name=tracking_number]", "SM-2026-77")
    seller.presses("ship")
    parcel = seller.page.locator("section", has=seller.page.locator("#parcel-1"))
    expect(parcel).to_contain_text("SM-2026-77")


def is_paid_for_it(seller: Person) -> None:
    seller.presses("was delivered")
    seller.answers("delivered and paid")
    expect(seller.page.locator("main")).to_contain_text(seller.says("share"))


def takes_back_what_was_not_accepted(seller: Person) -> None:
    opens_the_first(seller, "way")
    seller.presses("was not accepted")
    seller.answers("was not accepted")
    expect(seller.page.locator("main")).to_contain_text(seller.says("nothing sold"))


def counts_a_shelf(seller: Person) -> None:
    """With scripts a cell is saved when Enter is pressed; without, by the button of the page."""
    seller.goes("/hub/stock")
    cell = seller.page.locator("tbody [name^=units_]").first
    cell.fill("٤١")
    save = seller.page.get_by_role("button", name=seller.says("save"))
    if save.is_visible():
        save.click()
    else:
        cell.press("Enter")
    expect(seller.page.locator(".toast, .cell-said").first).to_contain_text(seller.says("saved"))
    seller.page.reload()
    expect(seller.page.locator("tbody [name^=units_]").first).to_have_value("41")


def opens_the_first(seller: Person, view: str) -> None:
    seller.goes(f"/hub/orders?view={view}")
    seller.page.locator("tbody th a").first.click()
    seller.page.wait_for_url(re.compile("/hub/orders/[0-9a-f-]+$"))
