"""An order handled by keyboard alone, told only what a screen reader tells: from signing in to the
parcel at its buyer's; then a number in its cell. Every step is reached by its name, and nothing
holds the focus."""

import re

from playwright.sync_api import expect

from tijara.faces.cli.demonstration.content import shown_password

from .keyboard import Keyboard
from .people import DESK, OPERATOR, Person

SELLER = "nahhas@demo.tijara.example"


def test_an_order_is_handled_by_keyboard_alone(arrives):
    seller = arrives("ar", DESK)
    hands = Keyboard(seller.page)
    signs_in(seller, hands)
    finds_the_first_new_order(seller, hands)
    number = seller.page.locator("h1").inner_text()

    hands.reaches("button", "أكّد الطلب")
    hands.presses("Enter")
    expect(seller.page.get_by_role("status")).to_contain_text("تأكّد الطلب")
    hands.reaches("combobox|textbox", "شركة التوصيل")
    hands.types("سمسا")
    hands.reaches("button", "اشحن الطلب")
    hands.presses("Enter")
    expect(seller.page.locator("#parcel-1")).to_be_visible()

    hands.reaches("link", "سُلّم")
    hands.presses("Enter")
    asked = seller.page.get_by_role("dialog", name="هل سُلّم الطلب؟")
    expect(asked).to_contain_text(number)
    hands.presses("Escape")
    expect(asked).to_be_hidden()
    assert 'link "سُلّم' in hands.told()
    hands.presses("Enter")
    expect(asked).to_be_visible()
    hands.reaches("button", "سُلّم")
    hands.presses("Enter")
    expect(seller.page.locator(".desk-main .badge.good").first).to_have_text("سُلّم")
    leaves_the_page_again(hands)
    writes_a_number_in_its_cell(seller, hands)
    goes_on_where_it_was_refused(seller, hands)
    assert hands.faults == []
    assert seller.complaints == []


def test_stores_are_reminded_and_an_application_is_turned_down_by_keyboard_alone(arrives):
    """In the office: ticked, acted upon, and the focus stays where the hands were."""
    staff = arrives("ar", DESK, email=OPERATOR)
    hands = Keyboard(staff.page)
    staff.goes("/office/orders?state=placed")
    hands.presses("j", "x", "j", "x")
    expect(staff.page.locator("[data-ticked]")).to_have_text("حدّدت: 2")
    hands.reaches("button", "ذكّر المتاجر", by="Shift+Tab")
    hands.presses("Enter")
    expect(staff.page.locator(".toast")).to_contain_text("متجرا طلبين")
    assert 'button "ذكّر المتاجر' in hands.told(), "the list came anew, the hands stay"
    hands.presses("Control+k")
    hands.types("طلبات البيع")
    hands.presses("Enter")
    staff.page.wait_for_url(re.compile("/office/applications$"))
    hands.presses("j", "Enter")
    staff.page.wait_for_url(re.compile("/office/applications/[0-9a-f-]+$"))
    hands.reaches("combobox", "نصّ جاهز")
    hands.presses("ArrowDown")
    hands.reaches("button", "ارفض")
    hands.presses("Enter")
    expect(staff.page.locator(".toast")).to_contain_text("أُخبر صاحب الطلب")
    assert hands.faults == [] and staff.complaints == []


def writes_a_number_in_its_cell(seller: Person, hands: Keyboard) -> None:
    seller.goes("/hub/stock")
    hands.goes_to(seller.page.locator(".cell input.input").first)
    hands.presses("Control+a")
    hands.types("٢٣")
    hands.presses("Enter")
    expect(seller.page.locator(".cell-said").first).to_contain_text("حُفظ")
    assert 'textbox "على الرف' in hands.told()


def goes_on_where_it_was_refused(seller: Person, hands: Keyboard) -> None:
    seller.goes("/hub/people")
    hands.reaches("button", "أرسل الدعوة")
    hands.presses("Enter")
    expect(seller.page.locator("main [aria-invalid=true]")).to_be_focused()


def signs_in(seller: Person, hands: Keyboard) -> None:
    seller.goes("/account/sign-in/password")
    hands.reaches("textbox", ".*البريد")
    hands.types(SELLER)
    hands.reaches("textbox", ".*كلمة")
    hands.types(shown_password())
    hands.presses("Enter")
    seller.page.wait_for_url(lambda address: "/sign-in" not in address)
    seller.goes("/hub/")


def finds_the_first_new_order(seller: Person, hands: Keyboard) -> None:
    """Anywhere by Ctrl K; along the rows by J and K, by the place of the key."""
    hands.presses("Control+k")
    hands.types("الطلبات")
    hands.presses("Enter")
    seller.page.wait_for_url(re.compile("/hub/orders$"))
    hands.reaches("link", "جديد")
    hands.presses("Enter")
    seller.page.wait_for_url(re.compile("view=new"))
    hands.presses("j")
    assert re.search(r'link "[0-9A-Z]{5}-[0-9A-Z]{5}"', hands.told())
    hands.presses("x")
    expect(seller.page.locator("[data-ticked]")).to_have_text("حدّدت: 1")
    hands.presses("x")
    hands.presses("?")
    expect(seller.page.get_by_role("dialog")).to_contain_text("Ctrl")
    hands.presses("Escape")
    hands.reaches("link", "[0-9A-Z]{5}-")
    hands.presses("Enter")
    seller.page.wait_for_url(re.compile("/hub/orders/[0-9a-f-]+$"))


def leaves_the_page_again(hands: Keyboard) -> None:
    """Nothing holds the focus: from anywhere Tab comes round to the skip link."""
    hands.reaches("link", "تخطَّ|انتقل إلى المحتوى|تخط")
