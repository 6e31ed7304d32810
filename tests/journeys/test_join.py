"""Somebody joins by phone, protects the account with a passkey, and comes back with it.

In Arabic on a phone and in English at a desk, in a real browser with a device of its own that keeps
passkeys; without scripts by codes alone. Every journey ends with the proofs of the data.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, expect

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
WORDS = {
    "ar": {
        "send": "أرسل لي رمزًا",
        "enter": "ادخل",
        "make": "أنشئ مفتاح المرور",
        "codes": "رموز الطوارئ",
        "out": "اخرج",
        "by passkey": "ادخل بمفتاح مرور",
        "use": "استخدم مفتاح المرور",
        "name": "ليلى الحربي",
        "save": "احفظ",
    },
    "en": {
        "send": "Send me a code",
        "enter": "Enter",
        "make": "Make the passkey",
        "codes": "Recovery codes",
        "out": "Sign out",
        "by passkey": "Enter with a passkey",
        "use": "Use the passkey",
        "name": "Layla Al-Harbi",
        "save": "Save",
    },
}


@dataclass
class Newcomer:
    """A browser of its own, under the real content policy."""

    page: Page
    language: str
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._hear)

    def _hear(self, said) -> None:
        if said.type == "error":
            self.complaints.append(said.text)

    def goes(self, path: str) -> None:
        self.page.goto(path if self.language == "ar" else f"/en{path}")

    def presses(self, key: str) -> None:
        name = re.compile(f"^{re.escape(WORDS[self.language][key])}$")
        self.page.locator("main").get_by_role("button", name=name).first.click()

    def arrives_at(self, path: str) -> None:
        start = "" if self.language == "ar" else "/en"
        self.page.wait_for_url(re.compile(f"{start}{path}$"))

    def asks_for_a_code(self, phone: str) -> None:
        self.goes("/account/sign-in")
        self.page.fill("[name=login]", phone)
        self.presses("send")
        self.arrives_at("/account/sign-in/code")
        self.page.fill("[name=code]", self.read_code())
        self.presses("enter")

    def read_code(self) -> str:
        """The newest message of the demonstration's inbox."""
        inbox = self.page.context.new_page()
        inbox.goto("/inbox/")
        found = re.search(r"\b\d{6}\b", inbox.locator(".letter-text").first.inner_text())
        inbox.close()
        assert found
        return found[0]

    def signs_out(self) -> None:
        self.goes("/account/")
        self.presses("out")
        self.arrives_at("/account/sign-in")


@pytest.fixture
def comes(browser: Browser, market: str) -> Iterator[Callable[..., Newcomer]]:
    """By the machine's name: passkeys belong to names, not to numbers."""
    contexts = []

    def newcomer(language: str, size: dict, scripts: bool) -> Newcomer:
        contexts.append(
            browser.new_context(
                base_url=market.replace("127.0.0.1", "localhost"),
                viewport=size,
                java_script_enabled=scripts,
                reduced_motion="reduce",
            )
        )
        page = contexts[-1].new_page()
        device = contexts[-1].new_cdp_session(page)
        device.send("WebAuthn.enable")
        device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
        return Newcomer(page, language)

    yield newcomer
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    ("language", "size", "phone", "again"),
    [
        pytest.param("ar", PHONE, "٠٥٥٩٨٧٦٥٤٠", "0559876540", id="ar 390"),
        pytest.param("en", DESK, "055 987 6541", "+966559876541", id="en 1440"),
    ],
)
def test_joins_by_phone_and_comes_back_by_passkey(comes, audit, language, size, phone, again):
    one = comes(language, size, scripts=True)
    one.asks_for_a_code(phone)
    one.arrives_at("/account/")
    one.goes("/account/profile")
    one.page.fill("[name=name]", WORDS[language]["name"])
    one.presses("save")
    one.goes("/account/security/passkeys/new")
    one.presses("make")
    one.arrives_at("/account/security/recovery-codes")
    expect(one.page.locator("h1")).to_have_text(WORDS[language]["codes"])
    one.signs_out()
    one.presses("by passkey")
    one.arrives_at("/account/")
    expect(one.page.locator("h1")).to_have_text(WORDS[language]["name"])
    assert one.complaints == []
    assert audit() == []


def test_a_code_alone_is_not_enough_once_there_is_a_passkey(comes, audit):
    one = comes("ar", PHONE, scripts=True)
    one.asks_for_a_code("0559876542")
    one.arrives_at("/account/")
    one.goes("/account/security/passkeys/new")
    one.presses("make")
    one.arrives_at("/account/security/recovery-codes")
    code = one.page.locator("main li .code").first.inner_text()
    one.goes("/account/")
    other = comes("ar", PHONE, scripts=False)
    other.goes("/account/sign-in")
    assert not other.page.locator("[data-passkey]").is_visible()
    assert one.complaints == []
    assert code.isdigit() and len(code) == 8
    assert audit() == []


def test_joins_without_scripts(comes, audit):
    one = comes("ar", PHONE, scripts=False)
    one.asks_for_a_code("0559876543")
    one.arrives_at("/account/")
    one.signs_out()
    assert one.complaints == []
    assert audit() == []
