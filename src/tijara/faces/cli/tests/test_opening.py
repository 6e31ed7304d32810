"""From nothing to a store whose people can sign in, by commands alone."""

import io

import pytest

from tijara.domains.accounts.queries import account_by_email
from tijara.domains.markets.queries import market
from tijara.domains.parties.queries import sellers_of
from tijara.domains.stores.queries import store_by_slug
from tijara.faces.cli.main import main

pytestmark = pytest.mark.django_db
MARKET = ["open-market", "sa", "--country", "sa", "--name-ar", "السوق", "--name-en", "Market"]
STORE = [
    "open-store",
    "nahhas",
    "--market",
    "sa",
    "--name-ar",
    "بيت النحّاس",
    "--legal-name",
    "مؤسسة",
]
PASSWORD = "a-long-and-quiet-evening"


@pytest.fixture
def typed(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))


def test_a_market_takes_its_policies_in_the_countrys_currency():
    assert (
        main([*MARKET, "--delivery", "١٩٫٥٠", "--cash-limit", "3000", "--commission", "7.5"]) == 0
    )
    opened = market("sa")
    assert (opened.currency, opened.delivery_minor) == ("SAR", 1950)
    assert (opened.cash_on_delivery_limit_minor, opened.free_delivery_from_minor) == (300000, None)
    assert (opened.commission_bp, opened.commission_vat_bp) == (750, None)


def test_a_store_and_its_person(typed):
    assert main(MARKET) == 0
    assert main(STORE) == 0
    assert main(["open-account", "salem@example.com", "--name", "سالم", "--store", "nahhas"]) == 0
    person = account_by_email("salem@example.com")
    assert sellers_of(person.id) == [store_by_slug("nahhas").seller_id]
    assert not person.is_operator


def test_staff(typed):
    assert main(["open-account", "sara@example.com", "--name", "سارة", "--operator"]) == 0
    assert account_by_email("sara@example.com").is_operator


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        ([*MARKET, "--delivery", "cheap"], 2, "no amount"),
        ([*MARKET, "--commission", "101"], 1, "markets.invalid"),
        (
            ["open-market", "zz", "--country", "ZZ", "--name-ar", "x", "--name-en", "x"],
            1,
            "unknown",
        ),
        (STORE, 1, "markets.unknown"),
        (["open-account", "x@example.com", "--name", "سالم", "--store", "none"], 1, "no store"),
    ],
)
def test_what_can_not_be_is_said_and_nothing_is_opened(capsys, words, status, told):
    assert main(words) == status
    assert told in capsys.readouterr().err


def test_an_address_is_given_once(capsys):
    main(MARKET)
    assert [main(STORE), main(STORE)] == [0, 1]
    assert "taken" in capsys.readouterr().err


def test_a_weak_password_is_refused_and_leaves_no_account(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("1234\n"))
    assert main(["open-account", "weak@example.com", "--name", "سالم", "--operator"]) == 1
    assert account_by_email("weak@example.com") is None
