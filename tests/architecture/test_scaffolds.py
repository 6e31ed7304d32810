"""What the scaffolds write passes every check of the house, and its tests pass too."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tijara.platform import places
from tools.checks import actions, ignores, rooms, sizes
from tools.house import HERE, House
from tools.map import draw

BINARIES = Path(sys.executable).parent
CALLS = (
    ("tools.new_domain", "raffles", "orders"),
    ("tools.new_action", "raffles", "draw_winner"),
    ("tools.new_action", "raffles", "call_off"),
    ("tools.new_provider", "message_channels", "unifonic"),
)
WRITTEN = ("src/tijara/domains/raffles", "src/tijara/providers/unifonic")


DATA = places.data() / f"scaffolded-{os.getpid()}"
"""Where the database's user can walk to: he would get a folder outside of it that nobody takes
away."""


def run(copy: Path, *command: str) -> str:
    """Run a command in the copy, whose packages shadow the installed ones."""
    surroundings = dict(os.environ)
    surroundings.pop("TIJARA_HOME", None)
    surroundings |= {
        "PYTHONPATH": f"{copy / 'src'}{os.pathsep}{copy}",
        "TIJARA_DATA": str(DATA),
    }
    done = subprocess.run(
        command, cwd=copy, env=surroundings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Iterator[Path]:
    """The house in another place, with a domain, two actions and a provider more; what was compiled
    of the same sources is compiled."""
    copy = tmp_path_factory.mktemp("scaffolded")
    shutil.copy(HERE / "pyproject.toml", copy)
    shutil.copy(HERE / "conftest.py", copy)
    leave = shutil.ignore_patterns("static", "*.egg-info", "node_modules")
    for folder in ("src", "tools"):
        shutil.copytree(HERE / folder, copy / folder, ignore=leave)
    for module, *words in CALLS:
        run(copy, sys.executable, "-m", module, *words)
    metadata = copy / "src" / "scaffolded-1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Name: scaffolded\nVersion: 1\n")
    (metadata / "entry_points.txt").write_text(
        "[tijara.message_channels]\nunifonic = tijara.providers.unifonic:Unifonic\n"
    )
    places.made(DATA)
    yield copy
    shutil.rmtree(DATA)


def test_passes_the_linter_and_is_formatted(copy):
    run(copy, str(BINARIES / "ruff"), "check", "--no-cache", *WRITTEN)
    run(copy, str(BINARIES / "ruff"), "format", "--no-cache", "--check", *WRITTEN)


def test_keeps_the_contracts(copy):
    linter = [str(BINARIES / "lint-imports"), "--no-cache"]
    surroundings = {"PYTHONPATH": str(copy / "src"), "COLUMNS": "400"}
    done = subprocess.run(
        linter, cwd=copy, env=surroundings, capture_output=True, text=True, check=False
    )
    assert "Contracts: " in done.stdout
    assert "raffles" not in done.stdout and "unifonic" not in done.stdout


@pytest.mark.parametrize("check", [rooms, actions, sizes, ignores])
def test_keeps_the_rules_of_the_tree(copy, tmp_path, check):
    for folder in WRITTEN:
        shutil.copytree(copy / folder, tmp_path / folder)
    assert [str(fault) for fault in check.faults(House(tmp_path))] == []


def test_has_sound_types(copy):
    names = ["-p", "tijara.domains.raffles", "-p", "tijara.providers.unifonic"]
    run(copy, str(BINARIES / "mypy"), "--cache-dir", str(copy / "types"), *names)


def test_passes_its_own_tests(copy):
    written = run(copy, str(BINARIES / "pytest"), "-p", "no:cacheprovider", *WRITTEN)
    assert "6 passed" in written


def test_is_on_the_map_and_on_its_storey(copy):
    assert (copy / "docs/map.md").read_text() == draw(copy)
    told = draw(copy)
    assert told.index("### raffles") < told.index("### orders") < told.index("### carts")
    assert "do **draw_winner**" in told and "unifonic" in told


@pytest.mark.parametrize(
    "module, words, why",
    [
        ("tools.new_domain", ["orders"], "there already"),
        ("tools.new_domain", ["Loyalty"], "won't do"),
        ("tools.new_domain", ["gifts", "nowhere"], "no domain nowhere"),
        ("tools.new_action", ["orders", "cancellation"], "verb_noun"),
        ("tools.new_action", ["nowhere", "do_it"], "no domain nowhere"),
        ("tools.new_provider", ["teapots", "brown"], "tijara.teapots"),
    ],
)
def test_what_can_not_be_is_refused_and_nothing_is_written(module, words, why):
    done = subprocess.run(
        [sys.executable, "-m", module, *words],
        cwd=HERE,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2 and why in done.stderr
