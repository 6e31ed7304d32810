"""What is asked of every page, told in the words of the page itself."""

from functools import cache

from playwright.sync_api import Page

from tijara.platform import places

CONTRAST = ["color-contrast"]
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
PHONE_WIDTH = 600

SIDEWAYS = """() => {
  const width = document.documentElement.clientWidth;
  const hides = (style) => /auto|scroll|hidden|clip/.test(style.overflowX);
  const sticksOut = (element) => {
    const box = element.getBoundingClientRect();
    if (!box.width || (box.right <= width + 1 && box.left >= -1)) return false;
    for (let above = element.parentElement; above; above = above.parentElement) {
      const style = getComputedStyle(above);
      if (hides(style) || style.clipPath !== 'none') return false;
    }
    const own = getComputedStyle(element);
    return own.clipPath === 'none' && own.position !== 'absolute';
  };
  const out = [...document.querySelectorAll('body *')].filter(sticksOut).slice(0, 4)
    .map((element) => `${element.tagName}.${element.className}`);
  return out.concat(document.documentElement.scrollWidth > width ? ['the page itself'] : []);
}"""
CLIPPED = """() => [...document.querySelectorAll(
    '.btn, .badge, .chip, .stat .v, .tabs > *, .steps li, .price, th, label')]
  .filter((element) => element.checkVisibility()
    && getComputedStyle(element).display !== 'inline'
    && element.clientWidth && element.scrollWidth > element.clientWidth + 2
    && !element.closest('thead') && !element.matches('.sr'))
  .map((element) => `${element.className}: ${element.textContent.trim().slice(0, 30)}`)"""
SMALL = """() => [...document.querySelectorAll('a, button, input, select, summary, textarea')]
  .filter((element) => element.checkVisibility({ checkVisibilityCSS: true })
    && element.type !== 'hidden'
    && !element.matches('.skip, .sr, .name a, p a, li span a, dd a, thead a, tbody a'))
  .map((element) => {
    const isBox = element.matches('[type=checkbox], [type=radio], [type=file]');
    const box = (isBox && element.closest('label') || element).getBoundingClientRect();
    const after = getComputedStyle(element, '::after');
    const grown = after.position === 'absolute' ? parseFloat(after.height) || 0 : 0;
    return [element, box.width, Math.max(box.height, grown)];
  })
  .filter(([, width, height]) => width > 1 && (height < 43.5 || width < 24))
  .map(([element, width, height]) => `${element.tagName}.${element.className} `
    + `${Math.round(width)}x${Math.round(height)} ${element.textContent.trim().slice(0, 20)}`)"""
COVERED = """() => [...document.querySelectorAll(
    '.table.folds td :is(a, button, input, select, textarea, summary)')]
  .filter((element) => {
    if (element.type === 'hidden' || !element.checkVisibility({ checkVisibilityCSS: true }))
      return false;
    element.scrollIntoView({ block: 'center', inline: 'center' });
    const box = element.getBoundingClientRect();
    const met = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return met?.closest('th')?.parentElement === element.closest('tr');
  })
  .map((element) => `${element.tagName} ${element.textContent.trim().slice(0, 20)}`)"""
SETTLED = """() => {
  for (const image of document.images) image.loading = 'eager';
  return Promise.all([document.fonts.ready,
    ...[...document.images].map((image) => image.decode().catch(() => 0))]);
}"""
FIRST_ROWS = """(few) => {
  for (const list of document.querySelectorAll('tbody, ul, ol, .lines, .grid'))
    for (const row of [...list.children].slice(few))
      if (!row.id && !row.querySelector('[id]')) row.remove();
}"""
FEW = 8
AXE = """([rules, measured]) => {
  axe.configure({ rules: [{ id: 'color-contrast', selector: measured || ':not(*)' }] });
  return axe.run(document, {
    runOnly: rules, resultTypes: ['violations'],
    preload: false,  // of style sheets, for one experimental rule that is not among ours
  }).then(
    (found) => found.violations.flatMap((violation) => violation.nodes.slice(0, 4)
      .map((node) => `${violation.id} ${node.html}`)));
}"""


@cache
def axe_source() -> str:
    return (places.checkout() / "node_modules" / "axe-core" / "axe.min.js").read_text()


def check_page(page: Page, rules: list[str] = RULES, *, measured: str = "*") -> list[str]:
    """Everything that is wrong with the page as it stands, in sentences; empty is good."""
    return seen(page) + heard(page, rules, measured=measured)


def seen(page: Page) -> list[str]:
    """What can be seen of its layout."""
    page.evaluate(SETTLED)
    faults = [f"sticks out sideways: {what}" for what in page.evaluate(SIDEWAYS)]
    faults += [f"text is cut: {what}" for what in page.evaluate(CLIPPED)]
    if page.viewport_size["width"] < PHONE_WIDTH:
        faults += [f"too small for a thumb: {what}" for what in page.evaluate(SMALL)]
        faults += [f"under the link of its row: {what}" for what in page.evaluate(COVERED)]
    return faults


def leave_few_rows(page: Page) -> None:
    """Of each list: its rows are made by one template, and axe would hear fifty of them."""
    page.evaluate(FIRST_ROWS, FEW)


def heard(page: Page, rules: list[str] = RULES, *, measured: str = "*") -> list[str]:
    """What axe finds. `measured` selects the elements whose contrast is measured, which is most of
    what it costs."""
    page.evaluate(SETTLED)
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe_source())
    return [f"axe: {what[:200]}" for what in page.evaluate(AXE, [rules, measured])]
