"""In a process of its own: who has stood back can't come forward again."""

import subprocess
import sys

import pytest

TOLD = """
import os
from tijara.kit import nice

before = os.nice(0)
nice.stand_back({nice})
print(os.nice(0) - before)
"""


@pytest.mark.parametrize(("given", "by"), [(0, 0), (-4, 0), (5, 5), (99, 19)])
def test_it_stands_back_by_so_much_and_never_forward(given, by):
    done = subprocess.run(
        [sys.executable, "-c", TOLD.format(nice=given)],
        capture_output=True,
        check=True,
        start_new_session=True,
    )
    assert int(done.stdout) == by
