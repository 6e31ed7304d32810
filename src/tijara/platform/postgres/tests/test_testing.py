"""Test runs of one checkout live side by side, and one may start another."""

import subprocess
import sys

import pytest
from django.contrib.sessions.models import Session
from django.db import connection

from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.platform.postgres.testing import copy_of

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


def test_a_database_is_filled_once_and_each_copy_is_its_own(django_db_setup, django_db_blocker):
    filled = []

    def fill():
        filled.append(Session.objects.create(session_key="kept", expire_date=now()))

    key = new_id().hex[-8:]
    with django_db_blocker.unblock():
        own = connection.settings_dict["NAME"]
        for _ in range(2):
            with copy_of("filled", key, fill):
                assert Session.objects.filter(session_key="kept").delete()[0] == 1
        assert connection.settings_dict["NAME"] == own
        assert not Session.objects.filter(session_key="kept").exists()
    assert len(filled) == 1


def test_what_was_not_filled_to_the_end_is_filled_anew(django_db_setup, django_db_blocker):
    def break_off():
        raise ConnectionError

    def nothing():
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_database()")
            assert "unfinished" in cursor.fetchone()[0]

    key = new_id().hex[-8:]
    with django_db_blocker.unblock():
        own = connection.settings_dict["NAME"]
        with pytest.raises(ConnectionError), copy_of("filled", key, break_off):
            pass
        assert connection.settings_dict["NAME"] == own
        with copy_of("filled", key, nothing):
            assert connection.settings_dict["NAME"].endswith("_filled")
