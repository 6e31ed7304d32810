"""A market that others can reach shows nothing that only a demonstration may show."""

import re
from concurrent.futures import ThreadPoolExecutor
from stat import S_IMODE
from threading import Barrier
from uuid import uuid4

import pytest
from django.conf import settings
from django.utils import translation

from tijara.platform import places
from tijara.project.settings.demonstration import is_demonstration
from tijara.project.settings.secrets import secret_key
from tijara.ui.language import local


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Where nobody has begun a market of his own."""
    monkeypatch.setattr(places, "data", lambda: tmp_path)


@pytest.mark.parametrize(
    ("given", "shows_all"),
    [
        ({}, True),
        ({"TIJARA_DEMONSTRATION": "0"}, False),
        ({"TIJARA_HOSTS": "souq.example"}, False),
        ({"TIJARA_BIND": "192.0.2.7"}, False),
        ({"TIJARA_HOSTS": "souq.example", "TIJARA_DEMONSTRATION": "1"}, True),
    ],
)
def test_who_opens_the_market_to_others_has_to_ask_for_a_demonstration(given, shows_all):
    assert is_demonstration(given) is shows_all


def test_processes_that_start_at_once_share_one_key(tmp_path, monkeypatch):
    monkeypatch.delenv("TIJARA_SECRET_KEY", raising=False)
    for number in range(20):
        folder, gate = tmp_path / str(number), Barrier(6)

        def start(_, folder=folder, gate=gate):
            gate.wait(timeout=30)
            return secret_key(folder)

        with ThreadPoolExecutor(6) as pool:
            keys = set(pool.map(start, range(6)))
        assert len(keys) == 1 and len(keys.pop()) > 40
        assert [file.name for file in folder.iterdir()] == ["secret_key"]
        assert S_IMODE((folder / "secret_key").stat().st_mode) == 0o600


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_files_to_sell_may_be_large_in_every_language(language):
    with translation.override(language):
        address = local(f"/hub/stock/{uuid4()}/files")
    assert re.fullmatch(settings.UPLOADS[0], address), address
