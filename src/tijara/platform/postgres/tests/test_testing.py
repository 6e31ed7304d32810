"""Test runs of one checkout live side by side, and one may start another."""

import subprocess
import sys

import pytest

ANOTHER_RUN = """
import importlib, os
os.environ["DJANGO_SETTINGS_MODULE"] = "tijara.project.settings.test"
importlib.import_module("django").setup()
testing = importlib.import_module("tijara.platform.postgres.testing")
with testing.database_of_this_run() as name:
    print(name)
"""


@pytest.mark.django_db
def test_a_run_inside_a_run_has_a_database_of_its_own():
    command = [sys.executable, "-c", ANOTHER_RUN]
    told = [
        subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout
        for _ in range(2)
    ]
    assert told[0].startswith("tijara_test_")
    assert told[0] != told[1]
