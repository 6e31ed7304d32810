"""An order handled by keyboard alone, told only what a screen reader tells: from signing in to the
parcel at its buyer's. Every step is reached by its name, and nothing holds the focus."""

import re

from playwright.sync_api import expect

from tijara.faces.cli.demonstration.content import shown_password

from .people import DESK, Person

MOST_PRESSES = 90
SELLER = "nahhas@demo.tijara.example"


def reaches(person: Person, role: str, name: str, key: str = "Tab") -> str:
    """Press the key until what has the focus is said to be this; what is said of it."""
    for _ in range(MOST_PRESSES):
        said = focused(person)
        if re.search(f'({role}) "({name})', said):
            return said
        person.page.keyboard.press(key)
    raise AssertionError(f"{role} {name} is not reached: {focused(person)}")


def focused(person: Person) -> str:
    held = person.page.locator(":focus")
    return held.aria_snapshot() if held.count() else ""


def test_an_order_is_handled_by_keyboard_alone(arrives):
    seller = arrives("ar", DESK)
    keys = seller.page.keyboard
    signs_in(seller)
    finds_the_first_new_order(seller)
    number = seller.page.locator("h1").inner_text()

    reaches(seller, "button", "أكّد الطلب")
    keys.press("Enter")
    expect(seller.page.get_by_role("status")).to_contain_text("تأكّد الطلب")
    reaches(seller, "combobox|textbox", "شركة التوصيل")
    keys.type("سمسا")
    reaches(seller, "button", "اشحن الطلب")
    keys.press("Enter")
    expect(seller.page.locator("#parcel-1")).to_be_visible()

    reaches(seller, "link", "سُلّم")
    keys.press("Enter")
    asked = seller.page.get_by_role("dialog", name="هل سُلّم الطلب؟")
    expect(asked).to_contain_text(number)
    keys.press("Escape")
    expect(asked).to_be_hidden()
    assert 'link "سُلّم' in focused(seller)
    keys.press("Enter")
    expect(asked).to_be_visible()
    reaches(seller, "button", "سُلّم")
    keys.press("Enter")
    expect(seller.page.locator(".desk-main .badge.good").first).to_have_text("سُلّم")
    leaves_the_page_again(seller)
    assert seller.complaints == []


def signs_in(seller: Person) -> None:
    seller.goes("/account/sign-in/password")
    reaches(seller, "textbox", ".*البريد")
    seller.page.keyboard.type(SELLER)
    reaches(seller, "textbox", ".*كلمة")
    seller.page.keyboard.type(shown_password())
    seller.page.keyboard.press("Enter")
    seller.page.wait_for_url(lambda address: "/sign-in" not in address)
    seller.goes("/hub/")


def finds_the_first_new_order(seller: Person) -> None:
    """Anywhere by Ctrl K; along the rows by J and K, by the place of the key."""
    keys = seller.page.keyboard
    keys.press("Control+k")
    keys.type("الطلبات")
    keys.press("Enter")
    seller.page.wait_for_url(re.compile("/hub/orders$"))
    reaches(seller, "link", "جديد")
    keys.press("Enter")
    seller.page.wait_for_url(re.compile("view=new"))
    keys.press("j")
    assert re.search(r'link "[0-9A-Z]{5}-[0-9A-Z]{5}"', focused(seller))
    keys.press("x")
    expect(seller.page.locator("[data-ticked]")).to_have_text("حدّدت: 1")
    keys.press("x")
    keys.press("?")
    expect(seller.page.get_by_role("dialog")).to_contain_text("Ctrl")
    keys.press("Escape")
    reaches(seller, "link", "[0-9A-Z]{5}-")
    keys.press("Enter")
    seller.page.wait_for_url(re.compile("/hub/orders/[0-9a-f-]+$"))


def leaves_the_page_again(seller: Person) -> None:
    """Nothing holds the focus: from anywhere Tab comes round to the skip link."""
    reaches(seller, "link", "تخطَّ|انتقل إلى المحتوى|تخط")
