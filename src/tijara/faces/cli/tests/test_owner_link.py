"""The link that a start prints: while nobody has claimed the market, and no longer."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from tijara.domains.installation.actions import claim_installation
from tijara.domains.installation.models import Installation
from tijara.domains.installation.queries import fault_of_key
from tijara.domains.markets.queries import forget_markets
from tijara.domains.markets.testing import make_market
from tijara.faces.cli import addresses
from tijara.faces.cli.main import main
from tijara.faces.cli.owner_link import fresh_link
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.powers import VISITOR_POWERS
from tijara.platform import demonstration, places

pytestmark = pytest.mark.django_db
VISITOR = Actor(ActorKind.BUYER, powers=VISITOR_POWERS)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "data", lambda: tmp_path)
    forget_markets()
    return tmp_path


def key_of(link: str) -> str:
    return parse_qs(urlsplit(link).query)["key"][0]


def claim(key: str) -> None:
    claim_installation(
        actor=VISITOR,
        key=key,
        recipient="salem@example.com",
        name="سالم",
        password="a-quiet-caravan-7",
        language="ar",
    )


def test_a_start_shows_the_same_link_as_long_as_it_is_good():
    link = fresh_link("")
    assert link.startswith("http://localhost:") and fault_of_key(key_of(link)) == ""
    assert fresh_link(link) == link
    Installation.objects.update(key_until=now() - timedelta(hours=1))
    later = fresh_link(link)
    assert later != link and fault_of_key(key_of(later)) == ""


def test_once_claimed_no_start_shows_a_link():
    link = fresh_link("")
    claim(key_of(link))
    assert fresh_link(link) == ""


def test_where_commands_have_opened_a_market_there_is_none():
    make_market()
    assert fresh_link("") == ""
    assert main(["owner-key"]) == 1
    assert Installation.objects.count() == 0


def test_the_command_replaces_the_link(folder, capsys):
    before = fresh_link("")
    assert main(["owner-key"]) == 0
    link = capsys.readouterr().out.split()[-1]
    assert fault_of_key(key_of(before)) == "wrong" and fault_of_key(key_of(link)) == ""
    file = folder / "run" / "setup_link"
    assert file.read_text() == link and file.stat().st_mode & 0o077 == 0
    addresses.show()
    assert link in capsys.readouterr().out


def test_the_command_lets_no_one_into_a_market_that_is_set_up(capsys):
    fresh_link("")
    Installation.objects.update(finished_at=now())
    assert main(["owner-key"]) == 1
    assert "already" in capsys.readouterr().err


def test_a_folder_that_was_begun_empty_is_no_demonstration():
    assert demonstration.is_demonstration({})
    demonstration.note_empty()
    assert not demonstration.is_demonstration({})
    assert demonstration.is_demonstration({"TIJARA_DEMONSTRATION": "1"})
