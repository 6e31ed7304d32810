"""The linter bars what the house does without, and the domains' file forgets none of it."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tools.house import HERE

DOMAINS = Path("src/tijara/domains/ruff.toml")
EVERYWHERE = {
    "the machine's clock": ("import datetime\n\nx = datetime.datetime.now()\n", "TID251"),
    "Django's clock": ("from django.utils.timezone import now\n\nx = now()\n", "TID251"),
    "print": ('print("x")\n', "T201"),
    "signals": ("from django.dispatch import receiver\n\nx = receiver\n", "TID251"),
    "an import inside a function": ("def f():\n    import os\n\n    return os\n", "PLC0415"),
    "eight parameters": ("def f(*, a, b, c, d, e, g, h, i):\n    pass\n", "PLR0913"),
    "a long line": (f'x = "{"y" * 100}"\n', "E501"),
}
IN_DOMAINS = {
    "HTTP": ("from django.http import HttpResponse\n\nx = HttpResponse\n", "TID251"),
    "addresses": ("from django.urls import reverse\n\nx = reverse\n", "TID251"),
    "a model by its name": ('from django.apps import apps\n\nx = apps.get_model("a")\n', "TID251"),
    "marking safe": ("from django.utils.safestring import mark_safe\n\nx = mark_safe\n", "TID251"),
    "a call to a vendor": ("import urllib.request\n\nx = urllib.request.urlopen\n", "TID251"),
}


def codes(folder: Path, text: str) -> str:
    """The codes that the house's own settings give to a file of this text in `folder`."""
    root = folder
    while root.name != "src":
        root = root.parent
    shutil.copy(HERE / "pyproject.toml", root.parent)
    shutil.copy(HERE / DOMAINS, root.parent / DOMAINS)
    (folder / "planted.py").write_text(text)
    return subprocess.run(
        [Path(sys.executable).with_name("ruff"), "check", "--no-cache", "--output-format=concise"],
        cwd=root.parent,
        capture_output=True,
        text=True,
        check=False,
    ).stdout


@pytest.fixture
def tree(tmp_path):
    (tmp_path / "src/tijara/domains/orders").mkdir(parents=True)
    (tmp_path / "src/tijara/faces/rest").mkdir(parents=True)
    return tmp_path / "src/tijara"


@pytest.mark.parametrize("text, code", EVERYWHERE.values(), ids=EVERYWHERE.keys())
@pytest.mark.parametrize("floor", ["domains/orders", "faces/rest"])
def test_is_barred_everywhere(tree, floor, text, code):
    assert f" {code} " in codes(tree / floor, text)


@pytest.mark.parametrize("text, code", IN_DOMAINS.values(), ids=IN_DOMAINS.keys())
def test_is_barred_in_domains(tree, text, code):
    assert f" {code} " in codes(tree / "domains/orders", text)


def test_the_domains_bar_all_that_the_house_bars():
    def bans(settings: dict) -> dict:
        return settings["lint"]["flake8-tidy-imports"]["banned-api"]

    house = bans(tomllib.loads((HERE / "pyproject.toml").read_text())["tool"]["ruff"])
    domains = bans(tomllib.loads((HERE / DOMAINS).read_text()))
    assert house.items() <= domains.items()
