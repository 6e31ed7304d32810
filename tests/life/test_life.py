"""The life of an installation by its own commands: up, killed, up again, backup, down, restore."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from tijara.platform import places
from tijara.ui.setup import DRAWN_FROM_ART, assets_folder
from tools.house import HERE

from .set_up import buys, sets_up

PATIENCE = 300
HOWTO = HERE / "docs" / "howto" / "open-your-own-shop.md"


class Installation:
    """In a folder of its own, from which its ports, its socket and its data follow."""

    def __init__(self, home: Path):
        self.home = home
        self.data = home / "data"
        given = {"TIJARA_HOME": str(home), "TIJARA_DATA": str(self.data)}
        given["TIJARA_DEMONSTRATION"] = "0"
        gone = ("PORT", "DATABASE_URL", "TIJARA_OWNER_DATABASE_URL", "DJANGO_SETTINGS_MODULE")
        kept = {name: value for name, value in os.environ.items() if name not in gone}
        self.environment = kept | given
        self.said = ""
        """What its first start has printed."""

    def tijara(self, *words: str) -> subprocess.CompletedProcess:
        command = [sys.executable, "-m", "tijara.faces.cli.main", *words]
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=PATIENCE
        )

    def inside(self, *words: str) -> dict:
        """What a part of a bench says, with Django standing, as one of this family."""
        command = [sys.executable, "-m", "tijara.faces.cli.bench.inside", *words]
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=PATIENCE
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def address(self) -> str:
        shown = self.tijara("status").stdout
        return next(word for word in shown.split() if word.startswith("http://")).rstrip("/")

    def record(self) -> dict:
        return json.loads((self.data / "run" / "supervisor.json").read_text())


def hand_on_artwork(home: Path) -> None:
    """The smaller drawings that this checkout's own set-up has made lie in the new home too: to
    make them once more takes longer than all else that its start does, and shows nothing new."""
    own = assets_folder()
    theirs = home / own.relative_to(places.checkout())
    for name in DRAWN_FROM_ART:
        shutil.copytree(own / name, theirs / name, copy_function=os.link)


@pytest.fixture(scope="module")
def installation() -> Iterator[Installation]:
    made = Installation(places.made(places.data() / f"life-{uuid4().hex[:8]}"))
    try:
        hand_on_artwork(made.home)
        done = made.tijara("up")
        assert done.returncode == 0, done.stdout + done.stderr
        made.said = done.stdout
        yield made
    finally:
        made.tijara("down")
        shutil.rmtree(made.home)


def test_it_serves_and_is_well(installation):
    answer = httpx.get(f"{installation.address()}/ui/")
    assert answer.status_code == 200
    assert httpx.get(f"{installation.address()}/health/ready").text == "ready"
    examined = installation.tijara("doctor")
    assert examined.returncode == 0, examined.stdout
    assert "WRONG" not in examined.stdout


def test_an_owner_sets_it_up_and_a_stranger_buys(installation, browser):
    """The link that its start has printed, Arabic, a phone: as docs/howto says, and as quickly."""
    link = next(word for word in installation.said.split() if "/setup/?key=" in word)
    address = installation.address()
    owner = sets_up(browser, address, link)
    told = re.search(r"(\d+) fields and (\d+) presses", HOWTO.read_text(encoding="utf-8"))
    assert (owner.fields, owner.presses) == (int(told[1]), int(told[2]))
    assert owner.fields <= 8 and owner.presses <= 10
    assert owner.faults == []
    wait_for_shelf(address)
    assert "374" in buys(browser, address)
    owner.page.goto("/hub/")
    assert "374" in owner.page.locator("main").inner_text()
    audit = json.loads(installation.tijara("audit", "--json").stdout)["proofs"]
    assert [fault for proof in audit for fault in proof["faults"]] == []
    assert "/setup/" not in installation.tijara("up").stdout


def test_what_is_changed_is_found(installation):
    """A price, a name, the last unit: by the page of a search, through the worker."""
    port = installation.address().rpartition(":")[2]
    told = installation.inside("search_seen", port, "2", "7")
    assert {kind: len(times) for kind, times in told.items()} == {
        "a price": 2,
        "a name": 2,
        "sold out": 2,
    }


def wait_for_shelf(address: str) -> None:
    """The worker lays it there within a second or two."""
    ends = time.monotonic() + 30
    while "/p/" not in httpx.get(f"{address}/").text:
        assert time.monotonic() < ends, "the product came on no shelf"
        time.sleep(0.1)


def test_up_twice_is_up_once(installation):
    before = installation.record()
    assert installation.tijara("up").returncode == 0
    assert installation.record() == before


def test_the_whole_family_is_killed_and_comes_back(installation):
    record = installation.record()
    for member in [record["supervisor"], *record["members"].values()]:
        os.kill(member["pid"], signal.SIGKILL)
    assert installation.tijara("status").returncode == 3
    done = installation.tijara("up")
    assert done.returncode == 0, done.stdout + done.stderr
    assert httpx.get(f"{installation.address()}/health/ready").text == "ready"


def test_a_backup_brings_the_data_and_the_key_back(installation):
    file = installation.home / "backup.tar"
    key = (installation.data / "secret_key").read_text()
    done = installation.tijara("backup", str(file))
    assert done.returncode == 0, done.stderr
    assert file.stat().st_mode & 0o077 == 0
    assert "running" in installation.tijara("restore", str(file)).stderr

    assert installation.tijara("down").returncode == 0
    (installation.data / "secret_key").unlink()
    assert "--replace" in installation.tijara("restore", str(file)).stderr
    done = installation.tijara("restore", "--replace", str(file))
    assert done.returncode == 0, done.stderr
    assert (installation.data / "secret_key").read_text() == key
    done = installation.tijara("up")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("content", [b"", b"no archive", b"\x1f\x8b\x08\x00"])
def test_a_file_that_is_no_backup_is_refused(installation, content):
    file = installation.home / "broken.tar"
    file.write_bytes(content)
    installation.tijara("down")
    assert "not a backup" in installation.tijara("restore", "--replace", str(file)).stderr
