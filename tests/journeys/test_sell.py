"""A seller works through his orders in a real browser; then staff see that everything adds up.

In Arabic on a phone and in English at a desk, each with scripts and without. Every journey ends
with the proofs of the data.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from tijara.faces.cli.demonstration.content import shown_password

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
SELLERS = {
    "ar 390 scripts": "nahhas@demo.tijara.example",
    "ar 390 no scripts": "khawlani@demo.tijara.example",
    "en 1440 scripts": "oud@demo.tijara.example",
    "en 1440 no scripts": "raqmi@demo.tijara.example",
}
"""Each journey has a store of its own, so that none takes another's orders away."""
OPERATOR = "market@demo.tijara.example"
WORDS = {
    "ar": {
        "confirm": "أكّد الطلب",
        "ship": "اشحن الطلب",
        "was delivered": "سُلّم",
        "delivered and paid": "سُلّم ودُفع ثمنه",
        "was not accepted": "لم يُستلم",
        "nothing sold": "لم يتمّ البيع",
        "share": "صار في حسابك",
        "save": "احفظ",
        "saved": "حُفظ الجرد",
        "adds up": "كل شيء مطابق",
    },
    "en": {
        "confirm": "Confirm the order",
        "ship": "Ship the order",
        "was delivered": "It was delivered",
        "delivered and paid": "It was delivered and paid",
        "was not accepted": "It was not accepted",
        "nothing sold": "Nothing was sold",
        "share": "It is on your account",
        "save": "Save",
        "saved": "The count is saved",
        "adds up": "Everything adds up",
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


@dataclass
class Worker:
    """Someone at a desk, in a browser of his own under the real content policy."""

    page: Page
    language: str

    def __post_init__(self) -> None:
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._hear)

    def _hear(self, said) -> None:
        if said.type == "error":
            self.complaints.append(said.text)

    def says(self, key: str) -> str:
        return WORDS[self.language][key]

    def goes(self, path: str) -> None:
        self.page.goto(path if self.language == "ar" else f"/en{path}")

    def presses(self, key: str) -> None:
        name = re.compile(f"^{re.escape(self.says(key))}$")
        main = self.page.locator("main")
        main.get_by_role("button", name=name).or_(main.get_by_role("link", name=name)).click()

    def signs_in(self, email: str) -> None:
        self.goes("/account/sign-in/password")
        self.page.fill("[name=login]", email)
        self.page.fill("[name=password]", shown_password())
        self.page.locator("main form .btn.primary").first.click()
        self.page.wait_for_url(re.compile("/(hub|office)/$"))


@pytest.fixture
def arrives(browser: Browser, market: str) -> Iterator[Callable[..., Worker]]:
    contexts = []

    def worker(language: str, size: dict, scripts: bool, email: str) -> Worker:
        contexts.append(
            browser.new_context(
                base_url=market,
                viewport=size,
                java_script_enabled=scripts,
                reduced_motion="reduce",
            )
        )
        arrived = Worker(contexts[-1].new_page(), language)
        arrived.signs_in(email)
        return arrived

    yield worker
    for context in contexts:
        context.close()


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
    expect(staff.page.locator(".alert.good")).to_contain_text(staff.says("adds up"))
    assert staff.complaints == []


def confirms_and_ships_a_new_order(seller: Worker) -> None:
    opens_the_first(seller, "placed")
    seller.presses("confirm")
    seller.page.fill("[name=carrier]", "سمسا")
    seller.page.fill("[name=tracking_number]", "SM-2026-77")
    seller.presses("ship")
    parcel = seller.page.locator("section", has=seller.page.locator("#parcel-1"))
    expect(parcel).to_contain_text("SM-2026-77")


def is_paid_for_it(seller: Worker) -> None:
    seller.presses("was delivered")
    seller.presses("delivered and paid")
    expect(seller.page.locator("main")).to_contain_text(seller.says("share"))


def takes_back_what_was_not_accepted(seller: Worker) -> None:
    opens_the_first(seller, "shipped")
    seller.presses("was not accepted")
    seller.presses("was not accepted")
    expect(seller.page.locator("main")).to_contain_text(seller.says("nothing sold"))


def counts_a_shelf(seller: Worker) -> None:
    seller.goes("/hub/stock")
    counted = seller.page.locator("tbody tr", has=seller.page.locator("[name=on_hand]"))
    row = counted.first
    row.locator("[name=on_hand]").fill("٤١")
    row.get_by_role("button", name=seller.says("save")).click()
    expect(seller.page.locator(".toast")).to_contain_text(seller.says("saved"))
    expect(counted.first.locator("[name=on_hand]")).to_have_value("41")


def opens_the_first(seller: Worker, state: str) -> None:
    seller.goes(f"/hub/orders?state={state}")
    seller.page.locator("tbody th a").first.click()
    seller.page.wait_for_url(re.compile("/hub/orders/[0-9a-f-]+$"))
