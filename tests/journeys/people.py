"""People in browsers of their own, under the real content policy."""

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

from tijara.faces.cli.demonstration.content import shown_password

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
OPERATOR = "market@demo.tijara.example"
REFUSED_FORM = "422"
PATIENCE = 90.0
"""Seconds for what a worker does."""
SIX_DIGITS = re.compile(r"\b\d{6}\b")


@dataclass
class Person:
    """Somebody at a page. What his browser complained of is remembered."""

    page: Page
    language: str
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)
    has_scripts: bool = True

    def __post_init__(self) -> None:
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._hear)

    def _hear(self, said) -> None:
        if said.type == "error" and REFUSED_FORM not in said.text:
            self.complaints.append(said.text)

    def says(self, key: str) -> str:
        return self.words[self.language][key]

    def goes(self, path: str) -> None:
        self.page.goto(path if self.language == "ar" else f"/en{path}")

    def arrives_at(self, path: str) -> None:
        start = "" if self.language == "ar" else "/en"
        self.page.wait_for_url(re.compile(f"{start}{path}$"))

    def presses(self, key: str) -> None:
        """The button or link of the page's main part that says so, and nothing else."""
        name = re.compile(f"^{re.escape(self.says(key))}$")
        main = self.page.locator("main")
        main.get_by_role("button", name=name).or_(main.get_by_role("link", name=name)).first.click()

    def answers(self, key: str) -> None:
        """The button of the question that was asked: in a dialog, or on a page of its own."""
        name = re.compile(f"^{re.escape(self.says(key))}$")
        asked = self.page.locator("dialog.asking, main form.ask")
        asked.get_by_role("button", name=name).click()

    def signs_in(self, email: str) -> None:
        self.goes("/account/sign-in/password")
        self.page.fill("[name=login]", email)
        self.page.fill("[name=password]", shown_password())
        self.page.locator("main form .btn.primary").first.click()
        self.page.wait_for_url(lambda address: "/sign-in" not in address)

    def reads_the_code_sent_to(self, recipient: str) -> str:
        """Out of the demonstration's inbox, in another tab."""
        inbox = self.page.context.new_page()
        try:
            for _ in range(120):
                if found := SIX_DIGITS.search(newest_letter(inbox, recipient)):
                    return found[0]
                inbox.wait_for_timeout(250)
            raise AssertionError(f"no code came to {recipient}")
        finally:
            inbox.close()


def newest_letter(inbox: Page, recipient: str) -> str:
    """What it says; empty where none has come."""
    inbox.goto("/inbox/")
    letter = inbox.locator(".mail-list a", has_text=recipient)
    if not letter.count():
        return ""
    letter.first.click()
    return inbox.locator(".letter-text").inner_text()


def is_done(page: Page, what: Locator) -> None:
    """What says that a worker is at it goes away, when the page is opened again."""
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends and what.first.is_visible():
        page.wait_for_timeout(250)
        page.reload()
    expect(what).to_have_count(0)


def sees(page: Page, what: Locator) -> None:
    """Now, or when the worker has done its part and the page is opened again."""
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends and not what.first.is_visible():
        page.wait_for_timeout(250)
        page.reload()
    expect(what.first).to_be_visible()
