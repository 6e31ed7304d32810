"""The import contracts hold, and each of them catches a planted violation."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.house import HERE

VIOLATIONS = {
    "1 Floors look only down": (
        "platform/planted.py",
        "from tijara.domains.orders import shapes\n",
        "tijara.platform.planted -> tijara.domains.orders.shapes",
    ),
    "2 Domains stand on storeys": (
        "domains/carts/rules.py",
        "from tijara.domains.orders import shapes\n",
        "tijara.domains.carts.rules -> tijara.domains.orders.shapes",
    ),
    "3 No cycles anywhere": (
        "platform/circle/one.py",
        "from . import two\n",
        "tijara.platform.circle",
    ),
    "4 Every domain has the same rooms": (
        "domains/geography/atlas.py",
        "",
        "tijara.domains.geography.atlas",
    ),
    "5 Domains enter one another by public rooms": (
        "domains/search/jobs.py",
        "from tijara.domains.offers.models import Offer\n",
        "tijara.domains.search.jobs:1 enters tijara.domains.offers.models",
    ),
    "6 Faces enter domains by actions, queries and shapes": (
        "faces/planted/page.py",
        "from tijara.domains.orders import rules\n",
        "tijara.faces.planted.page:1 enters tijara.domains.orders.rules",
    ),
    "7 Providers know ports and shapes": (
        "providers/planted/post.py",
        "import tijara.domains.messaging.actions\n",
        "tijara.providers.planted.post:1 enters tijara.domains.messaging.actions",
    ),
    "8 The ui knows shapes": (
        "ui/planted.py",
        "from tijara.domains.orders import queries\n",
        "tijara.ui.planted:1 enters tijara.domains.orders.queries",
    ),
    "9 Faces do not know one another": (
        "faces/other/page.py",
        "from tijara.faces.planted import page\n",
        "tijara.faces.other.page -> tijara.faces.planted.page",
    ),
    "10 Providers do not know one another": (
        "providers/other/post.py",
        "from tijara.providers.planted import post\n",
        "tijara.providers.other.post -> tijara.providers.planted.post",
    ),
    "11 Domains do not speak to vendors": (
        "domains/payments/rules.py",
        "import httpx\n",
        "tijara.domains.payments.rules -> httpx",
    ),
    "12 The kit is pure": (
        "kit/planted.py",
        "from django.conf import settings\n",
        "tijara.kit.planted -> django",
    ),
}
ALSO = {
    "platform/circle/two.py": "from . import one\n",
    "platform/circle/__init__.py": "",
    "faces/planted/__init__.py": "",
    "faces/other/__init__.py": "",
    "providers/planted/__init__.py": "",
    "providers/other/__init__.py": "",
    "domains/search/tests/test_planted.py": (
        "from tijara.domains.offers import testing\nfrom tijara.domains.orders import models\n"
    ),
}


@pytest.fixture(scope="module")
def planted(tmp_path_factory) -> str:
    """What the contracts say of a copy of the house with every violation in it."""
    copy = tmp_path_factory.mktemp("planted")
    shutil.copy(HERE / "pyproject.toml", copy)
    shutil.copytree(HERE / "tools", copy / "tools")
    shutil.copytree(HERE / "src", copy / "src", ignore=shutil.ignore_patterns("static", "__pyc*"))
    for name in ("offers/testing.py", "orders/rules.py", "orders/queries.py"):
        (copy / "src/tijara/domains" / name).touch()
    for name, text in ALSO.items() | {(path, text) for path, text, _ in VIOLATIONS.values()}:
        path = copy / "src/tijara" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return lint(copy).stdout


def lint(root: Path) -> subprocess.CompletedProcess:
    """Run the contracts over the tree at `root`, which shadows the installed package."""
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=root,
        env={"PYTHONPATH": str(root / "src"), "COLUMNS": "400", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_house_keeps_its_contracts():
    done = lint(HERE)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("contract", VIOLATIONS)
def test_a_violation_breaks_its_contract(planted, contract):
    kept = [line for line in planted.splitlines() if line.startswith(contract)]
    assert kept[0].endswith("BROKEN")
    found = " ".join(planted[planted.index("Broken contracts") :].split())
    assert VIOLATIONS[contract][2] in found


def test_tests_may_use_makers_of_others_and_nothing_else_private(planted):
    told = " ".join(planted.split())
    assert "tijara.domains.search.tests.test_planted:2 enters tijara.domains.orders.models" in told
    assert "test_planted:1" not in told
