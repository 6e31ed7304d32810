"""A purchase by Tab, arrows and Enter alone, in Arabic on a phone's width: whatever the keyboard
reaches has a name for the ear, can be seen to be reached, and is hidden under nothing."""

from playwright.sync_api import expect

from .keyboard import Keyboard
from .people import PHONE, Person
from .test_buy import WORDS


def test_buys_by_keyboard_and_ear_alone(arrives, audit):
    guest = arrives("ar", PHONE)
    page, hands = guest.page, Keyboard(guest.page)
    guest.goes("/")
    searches(hands)
    puts_in_the_cart(hands)
    confirms(hands)
    shows_his_phone(guest, hands)
    expect(page.locator("h1")).to_have_text(WORDS["ar"]["thanks"])
    guest.goes("/c/coffee-hosting/thermoses")
    narrows(hands)
    chooses_a_variant(hands)
    goes_through_the_cart(hands)
    pays_by_card(hands)
    assert hands.faults == []
    assert guest.complaints == []
    assert audit() == []


def searches(hands: Keyboard) -> None:
    """The last that the box suggests for a word is a product."""
    hands.writes("[data-suggest]", "دلة")
    expect(hands.page.get_by_role("option").last).to_be_visible()
    hands.presses("ArrowUp", "Enter")
    hands.page.wait_for_url("**/p/*")


def puts_in_the_cart(hands: Keyboard) -> None:
    """What was done is told where the focus is, and the next step is in hand; closed, the focus is
    where it was."""
    add = hands.page.locator("aside.buy form .btn.primary")
    hands.goes_to(add)
    hands.presses("Enter")
    onward = hands.page.locator("dialog.side .btn.primary")
    expect(onward).to_be_focused()
    hands.presses("Escape")
    expect(add).to_be_focused()
    hands.presses("Enter")
    expect(onward).to_be_focused()
    hands.presses("Enter")
    hands.page.wait_for_url("**/checkout")


def confirms(hands: Keyboard) -> None:
    hands.writes("#recipient", "نورة السبيعي")
    hands.writes("#phone", "0556667788")
    hands.writes("#city", "الرياض")
    hands.writes("#short_code", "RRRD2929")
    hands.goes_to(hands.page.locator("main aside .btn.primary"))
    hands.presses("Enter")
    hands.page.wait_for_url("**/checkouts/*")


def shows_his_phone(guest: Person, hands: Keyboard) -> None:
    code = guest.reads_the_code_sent_to("+966556667788")
    guest.page.bring_to_front()
    hands.writes("#code-field", "000000" if code != "000000" else "111111")
    hands.presses("Enter")
    field = guest.page.locator("#code-field")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_be_focused()
    hands.types(code)
    hands.presses("Enter")


def narrows(hands: Keyboard) -> None:
    """In the sheet that a phone has for it, which gives the focus back when it is left."""
    opens = hands.page.locator("button[popovertarget=filters]:not([popovertargetaction])")
    hands.goes_to(opens)
    hands.presses("Enter")
    box = hands.page.locator("#filters [name=in_stock]")
    hands.goes_to(box)
    hands.presses("Escape")
    expect(opens).to_be_focused()
    hands.presses("Enter")
    hands.goes_to(box)
    hands.presses("Space")
    hands.goes_to(hands.page.locator("#filters footer .btn.primary"))
    hands.presses("Enter")
    hands.page.wait_for_url("**in_stock=1*")


def chooses_a_variant(hands: Keyboard) -> None:
    """What is chosen keeps the focus where one was: the next choice is the next key."""
    hands.goes_to(hands.page.locator("main .name a", has_text="بمقبض نحاسي").first)
    hands.presses("Enter")
    hands.page.wait_for_url("**/p/*")
    litre = hands.page.get_by_role("link", name="1 لتر", exact=True)
    hands.goes_to(litre)
    hands.presses("Enter")
    expect(litre).to_have_attribute("aria-current", "true")


def goes_through_the_cart(hands: Keyboard) -> None:
    hands.goes_to(hands.page.locator("aside.buy form .btn.primary"))
    hands.presses("Enter")
    expect(hands.page.locator("dialog.side .btn.primary")).to_be_focused()
    hands.goes_to(hands.page.locator("dialog.side a[href='/cart']"))
    hands.presses("Enter")
    hands.page.wait_for_url("**/cart")
    hands.goes_to(hands.page.locator("main .stepper button[value='2']"))
    hands.presses("Enter")
    expect(hands.page.locator("main .stepper input").first).to_have_value("2")
    hands.goes_to(hands.page.locator("main a.btn.primary[href='/checkout']"))
    hands.presses("Enter")
    hands.page.wait_for_url("**/checkout")


def pays_by_card(hands: Keyboard) -> None:
    """As far as the gateway's own page."""
    page = hands.page
    if page.locator("#recipient").is_visible():
        hands.writes("#recipient", "نورة السبيعي")
        hands.writes("#phone", "0556667788")
        hands.writes("#city", "الرياض")
        hands.writes("#short_code", "RRRD2929")
    hands.goes_to(page.locator("[name=payment]:checked"))
    hands.presses("ArrowDown")
    expect(page.locator("[name=payment][value=card]")).to_be_checked()
    hands.goes_to(page.locator("main aside .btn.primary"))
    hands.presses("Enter")
    page.wait_for_url("**/pay/*")
    hands.goes_to(page.locator("main .btn.primary").first)
    hands.presses("Enter")
    page.wait_for_selector("[name=number]")
