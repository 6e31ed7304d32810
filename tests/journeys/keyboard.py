"""A person's keyboard: along a page by Tab, told only what a screen reader tells."""

import re

from playwright.sync_api import Locator, Page

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
    """Someone who has nothing else: what can't be named, or not be seen, is a fault."""

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

    def reaches(self, role: str, name: str, by: str = "Tab") -> None:
        """Until what has the focus is said to be this, to who does not see it."""
        for _ in range(MOST_STEPS):
            if re.search(f'({role}) "({name})', self.told()):
                return
            self.page.keyboard.press(by)
            self._looks()
        raise AssertionError(f"{role} {name} is not reached: {self.told()}")

    def told(self) -> str:
        """What a screen reader says of what has the focus."""
        reached = self.page.locator(":focus")
        return reached.aria_snapshot() if reached.count() else ""

    def types(self, text: str) -> None:
        self.page.keyboard.type(text)

    def writes(self, field: str, text: str) -> None:
        self.goes_to(self.page.locator(field))
        self.types(text)

    def presses(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def _looks(self) -> None:
        reached = self.page.locator(":focus")
        if not reached.count():
            return
        told = self.told().splitlines()[0]
        if not NAMED.match(told):
            self.faults.append(f"without a name: {told}")
        if fault := reached.evaluate(SEEN):
            self.faults.append(f"{fault}: {told}")
