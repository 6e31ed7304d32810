"""Nobody reaches what is another's: every address, tried by those whom it is not for.

A new address is tried as soon as it stands; where it names a thing that this test has not met, the
test asks for a line in `THINGS`.
"""

from uuid import UUID

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.test import Client
from psycopg.sql import SQL, Identifier

from tests.abuse.routes import Route, routes
from tijara.domains.accounts.queries import account_by_email
from tijara.domains.parties.queries import sellers_of
from tijara.faces.cli.commands import demo

pytestmark = pytest.mark.django_db
OWNER, STRANGER = "nahhas@demo.tijara.example", "khawlani@demo.tijara.example"
THINGS = {
    "order_id": "SELECT id FROM orders_order WHERE seller_id = %s ORDER BY id LIMIT 1",
    "stock_id": "SELECT id FROM inventory_stock WHERE seller_id = %s ORDER BY id LIMIT 1",
    "offer_id": "SELECT id FROM offer WHERE seller_id = %s ORDER BY id LIMIT 1",
}
"""One thing of a seller, by the name that addresses give it."""
FORM = {
    "quantity": "1",
    "on_hand": "1",
    "key": "0199d3a0-0000-7000-8000-000000000001",
    "price": "10.00",
    "version": "1",
    "reason": "other",
    "carrier": "Aramex",
    "tracking_number": "1",
}
"""What the hub's forms ask for: a stranger fills them well."""
SHUT = (403, 404, 405)
MARK = SQL("""
    SELECT count(*), md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {table} t
    WHERE {owner} <> %s
""")


@pytest.fixture
def market():
    demo.run(None)


def arrived(email: str = "") -> Client:
    browser = Client(headers={"sec-fetch-site": "same-origin"}, raise_request_exception=False)
    if email:
        given = {"email": email, "password": settings.DEMONSTRATION_PASSWORD}
        assert browser.post("/account/sign-in", given).status_code == 303
    return browser


def seller_of(email: str) -> UUID:
    person = account_by_email(email)
    assert person
    (seller,) = sellers_of(person.id)
    return seller


def address_of(route: Route, owner_id: UUID) -> str:
    with connection.cursor() as cursor:
        found = {}
        for part in route.parts:
            cursor.execute(THINGS[part], [owner_id])
            found[part] = cursor.fetchone()[0]
    return route.path.format(**found)


def everything_but(owner_id: UUID) -> dict[str, tuple]:
    """A mark of all rows of each owned table that are not this owner's."""
    marks = {}
    with connection.cursor() as cursor:
        for model in apps.get_models():
            column = getattr(model, "owned_by", "")
            if not column.endswith("id"):
                continue
            table = model._meta.db_table
            asked = MARK.format(table=Identifier(table), owner=Identifier(column))
            cursor.execute(asked, [owner_id])
            marks[table] = cursor.fetchone()
    return marks


def test_no_seller_reaches_what_is_anothers(market):
    owner_id, stranger_id = seller_of(OWNER), seller_of(STRANGER)
    before = everything_but(stranger_id)
    browser = arrived(STRANGER)
    for route in routes("seller_hub"):
        if not route.parts:
            continue
        address = address_of(route, owner_id)
        assert browser.get(address).status_code in SHUT, address
        assert browser.post(address, FORM).status_code in SHUT, address
    assert everything_but(stranger_id) == before


def test_the_owner_reaches_them(market):
    """Else the test above would prove nothing."""
    browser, owner_id = arrived(OWNER), seller_of(OWNER)
    for route in routes("seller_hub"):
        address = address_of(route, owner_id)
        assert browser.get(address).status_code not in (403, 404), address


@pytest.mark.parametrize("email", ["", STRANGER])
def test_only_the_operators_people_enter_the_office(market, email):
    browser = arrived(email)
    for route in routes("back_office"):
        address = route.path.format(**dict.fromkeys(route.parts, FORM["key"]))
        for answer in (browser.get(address), browser.post(address, FORM)):
            if email:
                assert answer.status_code in SHUT, address
            else:
                assert answer.status_code == 405 or answer["Location"].startswith(
                    "/account/sign-in"
                ), address
