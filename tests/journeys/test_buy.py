"""A guest buys in a real browser: from the front page to his door, and changes his mind.

In Arabic on a phone and in English at a desk, each with scripts and without. Every journey ends
with the proofs of the data.
"""

import secrets

import pytest
from playwright.sync_api import expect

from .people import DESK, PHONE, Person

WELCOME = "AHLAN"
"""The demonstration's code for everybody."""
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
WORDS = {
    "ar": {
        "department": "القهوة والضيافة",
        "section": "دلال",
        "checkout": "أكمل الطلب",
        "phone": "رقم الجوال السعودي يبدأ",
        "left": "بقيت خطوة واحدة",
        "thanks": "وصلنا طلبك، شكرًا لك",
        "follow": "تابع الطلب",
        "stands": "طلبك عند المتجر",
        "cancelled": "أُلغي هذا الطلب",
    },
    "en": {
        "department": "Coffee & hosting",
        "section": "Dallahs",
        "checkout": "Go to checkout",
        "phone": "A Saudi mobile number starts",
        "left": "One step is left",
        "thanks": "We have your order, thank you",
        "follow": "Follow the order",
        "stands": "The shop has your order",
        "cancelled": "This order is cancelled",
    },
}
JOURNEYS = [
    pytest.param(language, size, scripts, id=f"{language} {size['width']} {how}")
    for language, size in (("ar", PHONE), ("en", DESK))
    for scripts, how in ((True, "scripts"), (False, "no scripts"))
]


@pytest.fixture
def words():
    return WORDS


@pytest.mark.parametrize(("language", "size", "scripts"), JOURNEYS)
def test_buys_and_changes_his_mind(arrives, audit, language, size, scripts):
    guest = arrives(language, size, scripts)
    finds_a_dallah(guest)
    puts_two_in_the_cart(guest)
    order = confirms_at_the_second_try(guest)
    cancels(guest)
    assert guest.complaints == []
    another = arrives(language, size, scripts)
    another.page.goto(order)
    expect(another.page.locator("h1")).to_have_text(another.says("cancelled"))
    assert audit() == []


def finds_a_dallah(guest: Person) -> None:
    page = guest.page
    guest.goes("/")
    page.locator("main").get_by_role("link", name=guest.says("department")).first.click()
    page.get_by_role("link", name=guest.says("section"), exact=True).click()
    card = page.locator("article.card:not(.gone)").first
    name = card.locator(".name").inner_text()
    card.locator(".name a").click()
    expect(page.locator("h1")).to_have_text(name)


def puts_two_in_the_cart(guest: Person) -> None:
    page = guest.page
    puts_in_the_cart(guest)
    quantity = page.locator(".stepper input")
    page.locator(".stepper button").last.click()
    expect(quantity).to_have_value("2")
    quantity.fill("٣")
    quantity.press("Enter")
    expect(quantity).to_have_value("3")
    page.locator(".stepper button").first.click()
    expect(quantity).to_have_value("2")
    expect(page.locator(".masthead .dot-count")).to_have_text("2")
    page.get_by_role("link", name=guest.says("checkout")).click()


def puts_in_the_cart(guest: Person) -> None:
    """With scripts the cart stands beside the page, and its own page is one step away."""
    page = guest.page
    page.locator("aside.buy form .btn.primary").click()
    if guest.has_scripts:
        page.locator("dialog.side footer a[href$='/cart']").click()
    page.wait_for_url("**/cart*")


def confirms_at_the_second_try(guest: Person) -> str:
    """The address of the order's page."""
    page = guest.page
    page.fill("#recipient", "نورة السبيعي")
    page.fill("#phone", "0551")
    page.fill("#landmark", "خلف مسجد التقوى")
    page.locator("main form .btn.primary").click()
    expect(page.locator("#phone-error")).to_contain_text(guest.says("phone"))
    expect(page.locator("#city-error")).to_be_visible()
    expect(page.locator("#recipient")).to_have_value("نورة السبيعي")
    expect(page.locator("#landmark")).to_have_value("خلف مسجد التقوى")
    tries_a_code_that_is_none(guest)
    tries_a_code_and_takes_it_off(guest)
    phone = confirms(guest)
    expect(page.locator("h1")).to_have_text(guest.says("left"))
    shows_that_the_phone_is_his(guest, phone)
    expect(page.locator("h1")).to_have_text(guest.says("thanks"))
    page.get_by_role("link", name=guest.says("follow")).click()
    expect(page.locator("h1")).to_have_text(guest.says("stands"))
    return page.url


def tries_a_code_that_is_none(guest: Person) -> None:
    """It is told at its field, and nothing is ordered: the button had lost its name to a script."""
    page = guest.page
    page.locator("details:has(#f-code) > summary").click()
    page.fill("#f-code", "NOPE99")
    page.locator("button[name=act][value=code]").click()
    expect(page.locator("[name=wrong]")).to_have_value("NOPE99")
    expect(page.locator("#recipient")).to_have_value("نورة السبيعي")


def tries_a_code_and_takes_it_off(guest: Person) -> None:
    """He stays where the code is; and off is off: the field had been filled in again with what
    was typed before, so that the next press put the code on once more."""
    page = guest.page
    page.fill("#f-code", WELCOME)
    page.locator("button[name=act][value=code]").click()
    expect(page.locator("button[name=drop]")).to_have_attribute("value", WELCOME)
    expect(page.locator("button[name=drop]")).to_be_in_viewport()
    page.locator("button[name=drop]").click()
    expect(page.locator("button[name=drop]")).to_have_count(0)
    expect(page.locator("#f-code")).to_have_value("")
    expect(page.locator("#recipient")).to_have_value("نورة السبيعي")


def confirms(guest: Person) -> str:
    """With a number that nobody had before: that."""
    page = guest.page
    phone = f"055{secrets.randbelow(10**7):07}".translate(ARABIC_DIGITS)
    page.fill("#recipient", "نورة السبيعي")
    page.fill("#phone", phone)
    page.fill("#landmark", "خلف مسجد التقوى")
    if guest.has_scripts:
        page.fill("#city", "الرياض" if guest.language == "ar" else "riyadh")
        page.keyboard.press("Enter")
    else:
        page.select_option("[name=city]", "sa-riyadh")
    page.locator("main form .btn.primary").click()
    page.wait_for_url("**/checkouts/*")
    return phone


def shows_that_the_phone_is_his(guest: Person, phone: str) -> None:
    guest.page.fill("#code-field", guest.reads_the_code_sent_to(f"+966{int(phone)}"))
    guest.page.locator("#code form .btn.primary").click()


def cancels(guest: Person) -> None:
    page = guest.page
    page.locator("#cancellation summary").click()
    page.locator("#cancellation input").first.check()
    page.locator("#cancellation .btn.danger").click()
    expect(page.locator("h1")).to_have_text(guest.says("cancelled"))
    page.go_back()
    guest.goes("/orders")
    expect(page.locator("main article")).to_have_count(1)


def test_going_back_after_ordering_orders_nothing_twice(arrives, audit):
    guest = arrives("ar", PHONE, True)
    page = guest.page
    finds_a_dallah(guest)
    puts_two_in_the_cart(guest)
    confirms(guest)
    page.go_back()
    page.wait_for_url("**/cart")
    expect(page.locator("h1")).to_have_text("سلّتك تنتظر أول اختيار")
    guest.goes("/orders")
    expect(page.locator("main article")).to_have_count(1)
    assert audit() == []
