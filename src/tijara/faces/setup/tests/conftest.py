"""An empty installation, its key, and a browser before it."""

import pytest
from django.test import Client

from tijara.domains.catalogue.queries import forget_categories
from tijara.domains.installation.actions import issue_key
from tijara.domains.markets.queries import forget_markets
from tijara.domains.payments.queries import forget_gateways
from tijara.domains.shipping.queries import forget_delivery
from tijara.domains.stores.queries import forget_stores
from tijara.faces.setup.tests.owner import Owner
from tijara.kit.actor import SYSTEM
from tijara.platform import places
from tijara.platform.printed_link import keep_link


def forget() -> None:
    for each in (
        forget_markets,
        forget_stores,
        forget_categories,
        forget_gateways,
        forget_delivery,
    ):
        each()


@pytest.fixture
def key(db, settings, tmp_path, monkeypatch) -> str:
    monkeypatch.setattr(places, "data", lambda: tmp_path / "data")
    settings.MEDIA_ROOT = tmp_path / "files"
    forget()
    made = issue_key(actor=SYSTEM)
    keep_link(made)
    yield made
    forget()


@pytest.fixture
def browser() -> Client:
    return Client(headers={"sec-fetch-site": "same-origin"})


@pytest.fixture
def newcomer(key, browser) -> Owner:
    """He has opened the link, and no account yet."""
    one = Owner(browser)
    one.opens_link(key)
    return one


@pytest.fixture
def owner(newcomer) -> Owner:
    assert newcomer.sends("owner").status_code == 303
    return newcomer
