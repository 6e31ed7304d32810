"""A purchase by Tab, arrows and Enter alone, in Arabic on a phone's width: whatever the keyboard
reaches has a name for the ear, can be seen to be reached, and is hidden under nothing."""

import re

from playwright.sync_api import Locator, Page, expect

from .people import PHONE, Person
from .test_buy import WORDS

MOST_STEPS = 90
NAMED = re.compile(r"""^- ('?[a-z]+ "[^"]+|text: .+)""")
SEEN = """(reached) => {
  const rings = (element, part) => {
    const style = getComputedStyle(element, part);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
      || (part ? false : style.boxShadow !== 'none');
  };
  const around = [reached, reached.parentElement, reached.parentElement.parentElement];
  if (!rings(reached, '::after') && !around.some((each) => rings(each))) return 'no ring';
  const box = reached.getBoundingClientRect();
  if (box.width < 2) return '';
  const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height, 44) / 2];
  if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return 'out of sight';
  const above = document.elementFromPoint(x, y);
  const group = reached.closest('label, article, form, .card') ?? reached;
  const isSeen = above && (group.contains(above) || above.contains(reached));
  return isSeen ? '' : 'hidden under something';
}"""


class Keyboard:
    """Someone who has nothing else."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[str] = []

    def goes_to(self, wanted: Locator, by: str = "Tab") -> None:
        for _ in range(MOST_STEPS):
            self.page.keyboard.press(by)
            self._looks()
            if wanted.evaluate("wanted => wanted === document.activeElement"):
                return
        raise AssertionError(f"{wanted} was not reached")

    def writes(self, field: str, text: str) -> None:
        self.goes_to(self.page.locator(field))
        self.page.keyboard.type(text)

    def presses(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def _looks(self) -> None:
        reached = self.page.locator(":focus")
        if not reached.count():
            return
        told = reached.aria_snapshot().splitlines()[0]
        if not NAMED.match(told):
            self.faults.append(f"without a name: {told}")
        if fault := reached.evaluate(SEEN):
            self.faults.append(f"{fault}: {told}")


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
    hands.page.keyboard.type(code)
    hands.presses("Enter")
