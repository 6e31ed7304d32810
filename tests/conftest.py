"""For tests that use a browser: one served market and one browser for the whole run."""

import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def market() -> Iterator[str]:
    """The address of a served demonstration market, with a database of its own."""
    command = [sys.executable, "-m", "tests.market"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    address = process.stdout.readline().strip()
    assert address, "the market didn't start: its complaint stands above"
    yield address
    process.communicate()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    place = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=place, args=CHROMIUM)
        yield browser
        browser.close()
