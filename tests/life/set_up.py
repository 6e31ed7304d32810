"""An owner at an empty market in a real browser, and the stranger who buys from him first."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, expect

from tests.pages.look import CONTRAST, RULES, check_page

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
LOOKS = ((DESK, "light", RULES), (PHONE, "dark", CONTRAST), (PHONE, "light", RULES))
PASSWORD = "قهوة الصباح في الرياض"
LOGIN = "salem@example.com"


@dataclass
class Owner:
    """He presses and types; both are counted, and each step is looked at as all pages are."""

    page: Page
    presses: int = 0
    fields: int = 0
    faults: list[str] = field(default_factory=list)

    def looks(self) -> None:
        """On the phone, at a desk, by night."""
        step = urlsplit(self.page.url).path
        for size, light, rules in LOOKS:
            self.page.set_viewport_size(size)
            self.page.emulate_media(color_scheme=light, reduced_motion="reduce")
            found = check_page(self.page, rules)
            self.faults += [f"{step} {size['width']} {light}: {fault}" for fault in found]

    def types(self, name: str, text: str) -> None:
        self.page.fill(f"main [name={name}]", text)
        self.fields += 1

    def goes_on(self, to: str) -> None:
        self.page.locator("main .ends .btn.primary").click()
        self.page.wait_for_url(re.compile(f"{to}$"))
        self.presses += 1
        self.looks()

    def picks(self, colour: str) -> None:
        self.page.locator(f"label.swatch:has([value='{colour}'])").click()
        expect(self.page.locator(f"link[data-look][href*='{colour[1:]}']")).to_have_count(1)
        self.presses += 1


def phone(browser: Browser, address: str, *, scripts: bool = True) -> Page:
    context = browser.new_context(
        base_url=address, viewport=PHONE, java_script_enabled=scripts, reduced_motion="reduce"
    )
    return context.new_page()


def sets_up(browser: Browser, address: str, link: str) -> Owner:
    """From the printed link to the first product on sale; the tab is closed on the way."""
    owner = Owner(phone(browser, address))
    page = owner.page
    page.goto("/")
    page.wait_for_url("**/setup/owner")
    owner.looks()
    parts = urlsplit(link)
    page.goto(f"{parts.path}?{parts.query}")
    owner.presses += 1
    owner.looks()
    owner.types("name", "سالم الحربي")
    owner.types("login", LOGIN)
    owner.types("password", PASSWORD)
    owner.goes_on("/setup/market")
    owner.types("name_ar", "عود الجزيرة")
    owner.goes_on("/setup/look")
    owner.picks("#a3262e")
    owner.goes_on("/setup/store")
    owner.page = page = comes_back(browser, address)
    owner.goes_on("/setup/payment")
    owner.goes_on("/setup/delivery")
    owner.types("price", "25")
    owner.goes_on("/setup/product")
    owner.types("name", "دهن عود كمبودي")
    owner.types("price", "٣٤٩")
    owner.goes_on("/office/start")
    expect(page.locator("h1")).to_have_text("متجرك يبيع الآن")
    return owner


def comes_back(browser: Browser, address: str) -> Page:
    """In another browser, by his password, to the step that he had left."""
    page = phone(browser, address)
    page.goto("/setup/")
    page.wait_for_url("**/account/sign-in*")
    page.goto("/account/sign-in/password?next=/setup/")
    page.fill("[name=login]", LOGIN)
    page.fill("[name=password]", PASSWORD)
    page.locator("main form .btn.primary").first.click()
    page.wait_for_url("**/setup/store")
    return page


def buys(browser: Browser, address: str) -> str:
    """Without scripts, from the front page to the thanks; what the order costs."""
    page = phone(browser, address, scripts=False)
    page.goto("/")
    expect(page.locator(".masthead .logo")).to_contain_text("عود الجزيرة")
    page.locator("article.card .name a").first.click()
    page.locator("aside.buy form .btn.primary").click()
    page.goto("/checkout")
    page.fill("#recipient", "نورة السبيعي")
    page.fill("#phone", "0551234567")
    page.fill("#landmark", "خلف مسجد التقوى")
    page.select_option("#city", "sa-riyadh")
    page.locator("main form .btn.primary").click()
    page.wait_for_url("**/checkouts/*")
    expect(page.locator("h1")).to_have_text("وصلنا طلبك، شكرًا لك")
    return page.locator("main").inner_text()
