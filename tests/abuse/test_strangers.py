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
from tijara.platform.limits import forget_all

pytestmark = [pytest.mark.usefixtures("demonstrated"), pytest.mark.django_db]
STRANGER = "khawlani@demo.tijara.example"
OWNERS = ("nahhas@demo.tijara.example", "raqmi@demo.tijara.example")
THINGS = {
    ("order_id",): "SELECT seller_id, id FROM orders_order ORDER BY id",
    ("shipment_id",): "SELECT seller_id, id FROM fulfilment_shipment ORDER BY id",
    ("loss_id",): "SELECT seller_id, id FROM fulfilment_loss ORDER BY id",
    ("invoice_id",): "SELECT seller_id, id FROM invoicing_invoice ORDER BY id",
    ("invoice_id", "act"): "SELECT seller_id, id, 'asking' FROM invoicing_debit_claim ORDER BY id",
    ("run_id",): "SELECT seller_id, id FROM offer_import_run ORDER BY id",
    ("product_id",): "SELECT brought_by, id FROM catalogue_product WHERE brought_by IS NOT NULL",
    ("stock_id",): "SELECT seller_id, id FROM inventory_stock ORDER BY id",
    ("stock_id", "code_id"): "SELECT seller_id, stock_id, id FROM inventory_code ORDER BY id",
    ("stock_id", "file_id"): "SELECT seller_id, stock_id, id FROM inventory_file ORDER BY id",
    ("offer_id",): "SELECT seller_id, id FROM offer ORDER BY id",
    ("promotion_id",): "SELECT owner_id, id FROM promotions_promotion ORDER BY id",
    ("sale_id",): "SELECT seller_id, id FROM flash_sale ORDER BY id",
    ("list_id",): "SELECT seller_id, id FROM pricing_list ORDER BY id",
    ("list_id", "member_id"): "SELECT seller_id, list_id, id FROM pricing_member ORDER BY id",
    ("person_id",): "SELECT seller_id, person_id FROM party_membership",
    ("text_id",): "SELECT owner_id, id FROM desks_text ORDER BY id",
    ("view_id",): "SELECT owner_id, id FROM desks_view ORDER BY id",
    ("order_id", "note_id"): "SELECT owner_id, about_id, id FROM desks_note ORDER BY id",
    ("endpoint_id",): "SELECT owner_id, id FROM webhooks_endpoint ORDER BY id",
    ("delivery_id",): "SELECT owner_id, id FROM webhooks_delivery ORDER BY id",
    ("payout_id",): "SELECT seller_id, id FROM settlements_payout ORDER BY id",
    ("commission_id",): "SELECT seller_id, id FROM invoicing_commission ORDER BY id",
    ("return_id",): "SELECT seller_id, id FROM returns_return ORDER BY id",
    ("return_id", "act"): "SELECT seller_id, id, 'receipt' FROM returns_return ORDER BY id",
    ("return_id", "file_id"): "SELECT seller_id, return_id, file_id FROM returns_photo",
    ("dispute_id", "file_id"): "SELECT seller_id, deal_id, file_id FROM deals_photo",
    ("dispute_id",): "SELECT seller_id, id FROM deals_dispute ORDER BY id",
    ("review_id",): "SELECT seller_id, id FROM reviews_review WHERE state = 'shown' ORDER BY id",
    ("invitation_id",): "SELECT seller_id, id FROM party_invitation",
    ("owner_id", "entry_id"): "SELECT owner_id, owner_id, id FROM books_entry "
    "WHERE side = 'seller' AND source = 'manual' ORDER BY id",
    ("entry_id",): "SELECT owner_id, id FROM books_entry "
    "WHERE side = 'seller' AND file_id IS NOT NULL ORDER BY id",
    ("export_id",): "SELECT owner_id, id FROM books_export WHERE file_id IS NOT NULL",
}
"""Whose a thing is, and its ids by the names that addresses give them."""
OWN_WORDS = {"code", "table", "kind", "name", "form", "account"}
"""Names of what everybody has for himself: the same address is another page for each."""
FOR_EVERYBODY = {"product_terms"}
"""Pages where any seller offers a shared product beside the others."""
NOT_YET = {"invoice_pdf", "commission_pdf"}
"""What the worker makes later: missing for its owner too, until then."""
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


def things_of(route: Route, owner_id: UUID) -> dict[str, UUID] | None:
    """What fills the route's address with this owner's things; None: he has no such thing."""
    with connection.cursor() as cursor:
        cursor.execute(THINGS[route.parts])
        rows = [row[1:] for row in cursor.fetchall() if row[0] == owner_id]
    return dict(zip(route.parts, rows[0], strict=True)) if rows else None


def owned_routes() -> list[Route]:
    owned = [one for one in routes("seller_hub") if set(one.parts) - OWN_WORDS]
    return [one for one in owned if one.name not in FOR_EVERYBODY]


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


def test_no_seller_reaches_what_is_anothers():
    stranger_id = seller_of(STRANGER)
    before = everything_but(stranger_id)
    browser, tried = arrived(STRANGER), 0
    for route in owned_routes():
        for owner in OWNERS:
            if things := things_of(route, seller_of(owner)):
                address = route.path.format(**things)
                tried += 1
                forget_all()  # he asks oftener than a person may
                assert browser.get(address).status_code in SHUT, address
                assert browser.post(address, FORM).status_code in SHUT, address
    assert tried > len(owned_routes()) / 2
    assert everything_but(stranger_id) == before


def test_their_owners_reach_them():
    """Else the test above would prove nothing."""
    for owner in OWNERS:
        browser, owner_id = arrived(owner), seller_of(owner)
        for route in owned_routes():
            things = things_of(route, owner_id)
            if things and route.name not in NOT_YET:
                address = route.path.format(**things)
                assert browser.get(address).status_code not in (403, 404), address


@pytest.mark.parametrize("email", ["", STRANGER])
def test_only_the_operators_people_enter_the_office(email):
    browser = arrived(email)
    for route in routes("back_office"):
        address = route.path.format(**dict.fromkeys(route.parts, FORM["key"]))
        forget_all()
        for answer in (browser.get(address), browser.post(address, FORM)):
            if email:
                assert answer.status_code in SHUT, address
            else:
                assert answer.status_code == 405 or answer["Location"].startswith(
                    "/account/sign-in"
                ), address
