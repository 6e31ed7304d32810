"""Benches and evals stand outside Django until they have moved into a market of their own."""

import subprocess
import sys

from tijara.faces.cli.commands.bench import BENCHES

OUTSIDE = (
    *(f"tijara.faces.cli.bench.{name}" for name in BENCHES.values()),
    "tijara.faces.cli.commands.eval",
)


def test_all_of_them_load_without_a_database_in_reach():
    said = subprocess.run(
        [sys.executable, "-c", f"import {', '.join(OUTSIDE)}"],
        env={"PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stderr[-2000:]
