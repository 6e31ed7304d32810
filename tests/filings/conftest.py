"""The Saudi authority's simulator, sellers who are enrolled with it, and staff at the desk."""

import pytest
from django.test import Client

from tijara.domains.accounts.queries import account
from tijara.domains.accounts.testing import PASSWORD, make_account
from tijara.domains.invoicing.actions import enrol_unit, send_filings
from tijara.domains.invoicing.queries import filing, invoice
from tijara.domains.invoicing.testing import (
    FACTS,
    let_filings_wait_no_longer,
    make_registered_seller,
)
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import STAFF_POWERS
from tijara.platform.audits import run_proofs
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


def faults():
    found = {one.code: one.faults for one in run_proofs() if one.code.startswith("invoicing.")}
    return {code: told for code, told in found.items() if told}


def send() -> int:
    let_filings_wait_no_longer()
    return send_filings(actor=SYSTEM)


def standing(seller_id, invoice_id):
    return filing(seller_id, invoice(seller_id, invoice_id).filed.id)
