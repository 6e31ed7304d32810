"""For tests that use a browser: one served market and one browser for the whole run."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tijara.faces.cli import family
from tijara.faces.cli.bench.market import NOT_OURS
from tijara.faces.cli.browsers import found_browser
from tijara.faces.cli.tests.demonstrated import demonstration

CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@dataclass(frozen=True, slots=True)
class Served:
    """A family's address, and the folder in which its data lie."""

    address: str
    data: str


@pytest.fixture(scope="module")
def demonstrated(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    """The demonstration market in a database that is this module's; tests undo what they do."""
    with django_db_blocker.unblock(), demonstration(tmp_path_factory.mktemp("demonstration")):
        yield


@pytest.fixture(scope="session")
def served() -> Iterator[Served]:
    """A served demonstration market, with processes and a database of its own."""
    command = [sys.executable, "-m", "tests.market"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    told = process.stdout.readline().split()
    assert told, "the market didn't start: its complaint stands above"
    yield Served(*told)
    process.communicate()


@pytest.fixture(scope="session")
def market(served: Served) -> str:
    """Its address."""
    return served.address


@pytest.fixture
def audit(served: Served) -> Callable[[], list[str]]:
    """Run every proof on the market's database; what is at fault, in words."""

    def faults() -> list[str]:
        kept = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
        ran = subprocess.run(
            family.tijara("audit", "--json"),
            env=kept | {"TIJARA_DATA": served.data},
            stdout=subprocess.PIPE,
            check=False,
        )
        proofs = json.loads(ran.stdout)["proofs"]
        assert proofs
        return [f"{proof['name']}: {fault}" for proof in proofs for fault in proof["faults"]]

    return faults


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Whoever asks for it, or for what needs it, is left in its loop (`conftest.py` at the root);
    the last test may have been one that wasn't."""
    with sync_playwright() as playwright:
        loop = asyncio.get_running_loop()
        yield playwright
        asyncio._set_running_loop(loop)


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Browser:
    """It goes with its Playwright, and its contexts with it."""
    return playwright.chromium.launch(executable_path=found_browser(), args=CHROMIUM)
