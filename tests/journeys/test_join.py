"""Somebody joins by phone, protects the account with a passkey, and comes back with it.

In Arabic on a phone and in English at a desk, in a real browser with a device of its own that keeps
passkeys; without scripts by codes alone. Every journey ends with the proofs of the data.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from .people import DESK, PHONE, Person

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
        "out": "سجّل الخروج",
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


@pytest.fixture
def words():
    return WORDS


@pytest.fixture
def comes(arrives, market: str) -> Callable[..., Person]:
    """By the machine's name: passkeys belong to names, not to numbers."""

    def newcomer(language: str, size: dict, scripts: bool = True) -> Person:
        one = arrives(language, size, scripts, at=market.replace("127.0.0.1", "localhost"))
        device = one.page.context.new_cdp_session(one.page)
        device.send("WebAuthn.enable")
        device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
        return one

    return newcomer


def asks_for_a_code(one: Person, phone: str, *, known_as: str) -> None:
    one.goes("/account/sign-in")
    one.page.fill("[name=login]", phone)
    one.presses("send")
    one.arrives_at("/account/sign-in/code")
    one.page.fill("[name=code]", one.reads_the_code_sent_to(known_as))
    one.presses("enter")


def signs_out(one: Person) -> None:
    one.goes("/account/")
    one.presses("out")
    one.arrives_at("/account/sign-in")


@pytest.mark.parametrize(
    ("language", "size", "phone", "known_as"),
    [
        pytest.param("ar", PHONE, "٠٥٥٩٨٧٦٥٤٠", "+966559876540", id="ar 390"),
        pytest.param("en", DESK, "055 987 6541", "+966559876541", id="en 1440"),
    ],
)
def test_joins_by_phone_and_comes_back_by_passkey(comes, audit, language, size, phone, known_as):
    one = comes(language, size)
    asks_for_a_code(one, phone, known_as=known_as)
    one.arrives_at("/account/")
    one.goes("/account/profile")
    one.page.fill("[name=name]", one.says("name"))
    one.presses("save")
    one.goes("/account/security/passkeys/new")
    one.presses("make")
    one.arrives_at("/account/security/recovery-codes")
    expect(one.page.locator("h1")).to_have_text(one.says("codes"))
    signs_out(one)
    one.presses("by passkey")
    one.arrives_at("/account/")
    expect(one.page.locator("h1")).to_have_text(one.says("name"))
    assert one.complaints == []
    assert audit() == []


def test_a_code_alone_is_not_enough_once_there_is_a_passkey(comes, audit):
    one = comes("ar", PHONE)
    asks_for_a_code(one, "0559876542", known_as="+966559876542")
    one.arrives_at("/account/")
    one.goes("/account/security/passkeys/new")
    one.presses("make")
    one.arrives_at("/account/security/recovery-codes")
    recovery = one.page.locator("main li .code").first.inner_text()
    other = comes("ar", PHONE, scripts=False)
    asks_for_a_code(other, "0559876542", known_as="+966559876542")
    other.arrives_at("/account/sign-in/second")
    other.goes("/account/profile")
    assert "/account/sign-in" in other.page.url
    other.goes("/account/sign-in/second")
    other.page.fill("[name=code]", recovery)
    other.page.press("[name=code]", "Enter")
    other.arrives_at("/account/")
    assert one.complaints == other.complaints == []
    assert audit() == []


def test_joins_without_scripts(comes, audit):
    one = comes("ar", PHONE, scripts=False)
    asks_for_a_code(one, "0559876543", known_as="+966559876543")
    one.arrives_at("/account/")
    signs_out(one)
    assert one.complaints == []
    assert audit() == []
