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
    assert hands.faults == []
    assert guest.complaints == []
    assert audit() == []


def searches(hands: Keyboard) -> None:
    """What the box suggests can be put away and called again; the last for a word is a product."""
    hands.writes("[data-suggest]", "دلة")
    offered = hands.page.get_by_role("option")
    expect(offered.last).to_be_visible()
    hands.presses("Escape")
    expect(offered).to_have_count(0)
    hands.presses("ArrowDown")
    expect(offered.last).to_be_visible()
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
