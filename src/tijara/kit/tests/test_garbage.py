"""In a process of its own: the collector is the whole process's."""

import subprocess
import sys

SETTLED = """
import gc
from tijara.kit import garbage

keep = [[n] for n in range(1000)]
garbage.settle()
frozen, collections = gc.get_freeze_count(), gc.get_stats()[0]["collections"]
keep += [[n] for n in range(garbage.YOUNG // 2)]
assert frozen > 1000, frozen
assert gc.get_stats()[0]["collections"] == collections
keep += [[n] for n in range(garbage.YOUNG)]
assert gc.get_stats()[0]["collections"] > collections
"""


def test_what_stands_is_settled_and_young_ones_are_looked_at_less_often():
    done = subprocess.run([sys.executable, "-c", SETTLED], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
