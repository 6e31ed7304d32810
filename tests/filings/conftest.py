"""The Saudi authority's simulator, sellers who are enrolled with it, and staff at the desk."""

import pytest
from django.test import Client

from tijara.domains.accounts.queries import account
from tijara.domains.accounts.testing import PASSWORD, make_account
from tijara.domains.invoicing.actions import enrol_unit
from tijara.domains.invoicing.testing import FACTS, make_registered_seller
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import STAFF_POWERS
from tijara.platform.providers import connected_with
from tijara.providers.zatca.simulator.server import GOOD_CODE, Simulator

STAFF = Actor(ActorKind.STAFF, new_id(), powers=STAFF_POWERS)
ENVIRONMENT = {"environment": "simulation"}


@pytest.fixture
def authority(monkeypatch):
    with Simulator().running() as running:
        monkeypatch.setenv("TIJARA_ZATCA_ADDRESS", running.address)
        monkeypatch.setenv("TIJARA_ZATCA_TIMEOUT_SECONDS", "5.0")
        connected_with.cache_clear()
        yield running


def enrol(seller_id, **changes):
    given = {
        "authority": "zatca",
        "facts": FACTS,
        "fields": ENVIRONMENT,
        "given": {"code": GOOD_CODE},
    }
    enrol_unit(actor=STAFF, seller_id=seller_id, **(given | changes))


@pytest.fixture
def seller_id(authority):
    made = make_registered_seller()
    enrol(made)
    return made


@pytest.fixture
def staff() -> Client:
    browser = Client(headers={"sec-fetch-site": "same-origin"})
    email = account(make_account(is_operator=True)).email
    browser.post("/account/sign-in", {"email": email, "password": PASSWORD})
    return browser
