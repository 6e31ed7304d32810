"""No seller sees or touches what is another's, on any address of the hub."""

import io
from dataclasses import replace
from uuid import UUID

import pytest
from django.test import Client

from tijara.domains.accounts.testing import PASSWORD, make_account
from tijara.domains.books.testing import write_rent
from tijara.domains.catalogue.queries import edited_product
from tijara.domains.catalogue.testing import make_draft
from tijara.domains.fulfilment.actions import ship_order
from tijara.domains.inventory.queries import stock_levels
from tijara.domains.invoicing.actions import issue_commission_invoice
from tijara.domains.invoicing.testing import make_invoice
from tijara.domains.offers.actions import bring_file
from tijara.domains.offers.queries import import_runs, offers
from tijara.domains.offers.shapes import OfferKey
from tijara.domains.orders.actions import confirm_order
from tijara.domains.orders.queries import order
from tijara.domains.orders.shapes import OrderState
from tijara.domains.parties.actions import add_member, invite_member
from tijara.domains.parties.queries import invitations_of, memberships
from tijara.domains.parties.shapes import Role
from tijara.domains.parties.testing import make_seller, seller_actor
from tijara.faces.seller_hub.urls import urlpatterns
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.platform.desks.actions import keep_view, write_note
from tijara.platform.desks.queries import notes_about
from tijara.platform.limits import forget_all
from tijara.platform.webhooks.actions import add_endpoint, try_endpoint
from tijara.platform.webhooks.queries import deliveries, endpoints

pytestmark = pytest.mark.django_db(transaction=True)
GIVEN = {
    "confirmation": {},
    "packing": {},
    "shipment": {"carrier": "سمسا"},
    "rest": {"reason": "out_of_stock"},
    "digital": {},
    "tracking": {"carrier": "سمسا"},
    "delivery": {},
    "refusal": {},
    "loss": {"amount": "1.00", "claimant": "seller", "instead": "money"},
    "loss_answer": {"answer": "refused", "words": "لا"},
    "cancellation": {"reason": "out_of_stock"},
    "refund": {"reason": "damaged", "restock": "no"},
    "goodwill": {"amount": "1.00"},
    "debit_note": {"line_0": "1.00", "words": "فرق", "give_out": "1"},
    "person_role": {"role": "clerk"},
}


DELIVERY = frozenset(
    {"ways", "way", "way_reset", "zone", "zone_removal"} | {"country", "country_removal"}
)
"""They touch the signed-in seller's own terms, whoever asks."""
LISTS = DELIVERY | frozenset(
    {"today", "find", "orders", "batch", "slips", "orders_file", "columns", "view_new"}
    | {"stock", "stock_file", "imports", "sales", "sales_file"}
    | {"money", "statement_file", "statement_workbook", "bank_account", "invoices", "business"}
    | {"store", "store_look", "pause", "reopening", "people", "products", "product_new"}
    | {"webhooks", "webhook_new", "returns", "disputes", "cash", "cash_deposits", "texts"}
    | {"books", "books_report", "books_file", "books_ledger", "books_ledger_file"}
    | {"books_entries", "books_entry_new", "books_months", "books_closing", "books_asking"}
    | {"books_decision", "books_exports", "margins", "margins_file", "points"}
    | {"flash_sales", "flash_sale_new"}
    | {"promotions", "promotion_kinds", "promotion_new", "prices", "price_list_new", "terms"}
    | {"searches", "reviews"}
)
"""Addresses without an id in them."""


def ids_of(shop, offer, placed) -> dict:
    """Of an order with a parcel on its way beside the placed one, of codes and of a file."""
    sent = shop.sale(offer, quantity=1)
    given = {"actor": SYSTEM, "seller_id": shop.seller_id, "order_id": sent.order_id}
    confirm_order(**given)
    shipment_id = ship_order(**given, carrier="سمسا")
    return {
        "order_id": placed.order_id,
        "shipment_id": shipment_id,
        "stock_id": offer.stock_id,
        "offer_id": offer.id,
        "code_id": new_id(),
        "file_id": new_id(),
        "run_id": imported(shop.seller_id),
        "invoice_id": make_invoice(shop.seller_id).id,
        "commission_id": made_commission(shop.seller_id),
        "return_id": new_id(),
        "loss_id": new_id(),
        "dispute_id": new_id(),
        "review_id": new_id(),
        "payout_id": new_id(),
        "promotion_id": new_id(),
        "sale_id": new_id(),
        "list_id": new_id(),
        "member_id": new_id(),
        "owner_id": shop.seller_id,
        "entry_id": write_rent(shop.seller_id),
        "export_id": new_id(),
        "text_id": new_id(),
        **kept_by(shop, placed.order_id),
    }


def made_commission(seller_id) -> UUID:
    """What the market has written to the store."""
    month = now().date().replace(day=1)
    return issue_commission_invoice(actor=SYSTEM, seller_id=seller_id, month=month)


def kept_by(shop, order_id) -> dict[str, UUID]:
    """A list that somebody there has named, a note, and a webhook with what it was told."""
    ids = {name: new_id() for name in ("view_id", "note_id", "endpoint_id")}
    actor = replace(seller_actor(shop.seller_id), person_id=new_id())
    told = {"name": "سر", "table": "orders", "query": "", "columns": None}
    keep_view(actor=actor, view_id=ids["view_id"], **told)
    write_note(actor=actor, note_id=ids["note_id"], about_id=order_id, text="سر الجار")
    hook = {"actor": actor, "owner_id": shop.seller_id, "endpoint_id": ids["endpoint_id"]}
    add_endpoint(**hook, url="https://example.com/hook", note="", types=[])
    return ids | {"delivery_id": try_endpoint(**hook)}


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def imported(seller_id) -> UUID:
    return bring_file(
        actor=SYSTEM,
        seller_id=seller_id,
        content=io.BytesIO("الاسم,السعر\nدلة,5\n".encode()),
        file_name="shop.csv",
        most_bytes=1000,
    )


def people_of(seller_id) -> dict[str, UUID]:
    """Somebody who works for the seller, and somebody who was asked to."""
    if not invitations_of(seller_id):
        invite_member(
            actor=SYSTEM,
            seller_id=seller_id,
            store="متجر",
            recipient="clerk@example.com",
            role=Role.CLERK,
            language="ar",
        )
    return {
        "person_id": memberships(seller_id)[0].person_id,
        "invitation_id": invitations_of(seller_id)[0].id,
    }


def addresses(**ids) -> list[tuple[str, str]]:
    """(name, address) of every route, with these ids in its place."""
    found = []
    for pattern in urlpatterns:
        route = str(pattern.pattern)
        for name, value in ids.items():
            route = route.replace(f"<uuid:{name}>", str(value))
        route = (
            route.replace("<str:code>", "express")
            .replace("<slug:act>", "receipt")
            .replace("<slug:kind>", "percent")
            .replace("<str:table>", "stock")
            .replace("<slug:name>", "profit")
            .replace("<slug:account>", "rent")
            .replace("<slug:form>", "csv")
        )
        assert "<" not in route, f"give an id for {route}"
        found.append((pattern.name, f"/hub/{route}"))
    return found


def test_another_sellers_ids_are_unknown_on_every_address(open_shop):
    mine, other = open_shop(), open_shop(name_ar="متجر الجار")
    offer = other.offer()
    placed = other.sale(offer)
    ids = ids_of(other, offer, placed)
    ids |= people_of(other.seller_id)
    ids["product_id"] = make_draft(other.seller_id)
    walked = 0
    for name, address in addresses(**ids):
        if name in LISTS:
            continue
        walked += 1
        forget_all()
        for method in ("get", "post"):
            given = GIVEN.get(name, {})
            answer = getattr(mine.browser, method)(address, given)
            assert answer.status_code in (404, 405), (method, address, answer.status_code)
    assert walked == len(urlpatterns) - len(LISTS)
    assert order(other.seller_id, placed.order_id).state is OrderState.PLACED
    assert stock_levels(other.seller_id, [offer.stock_id])[offer.stock_id].on_hand == 2
    assert edited_product(ids["product_id"]).version == 1
    assert [one.text for one in notes_about(seller_actor(other.seller_id), placed.order_id)] == [
        "سر الجار"
    ]
    assert [one.is_active for one in endpoints(other.seller_id)] == [True]
    assert len(deliveries(other.seller_id).items) == 1
    [card] = offers([OfferKey(other.seller_id, offer.id)]).values()
    assert card.price.minor == 34900
    assert [run.id for run in import_runs(other.seller_id)] == [ids["run_id"]]
    assert people_of(other.seller_id) == {
        name: ids[name] for name in ("person_id", "invitation_id")
    }


def test_lists_hold_nothing_of_another_seller(open_shop):
    mine, other = open_shop(), open_shop(name_ar="متجر الجار")
    placed = other.sale()
    make_draft(other.seller_id)
    paths = (
        "/hub/",
        "/hub/orders",
        f"/hub/orders?q={placed.number}",
        "/hub/orders?view=new&sort=due",
        f"/hub/find?q={placed.number}",
        "/hub/find?q=دلّة",
        "/hub/stock",
        "/hub/products",
    )
    for path in (*paths, "/hub/products/new?q=مسودّة"):
        shown = mine.read(path)
        assert "مسودّة الجار" not in shown
        assert str(placed.order_id) not in shown
        assert "متجر الجار" not in shown


def test_nobody_who_is_not_signed_in_reads_or_writes_anything(shop):
    offer = shop.offer()
    placed = shop.sale(offer)
    stranger = Client(headers={"sec-fetch-site": "same-origin"})
    ids = ids_of(shop, offer, placed)
    ids |= people_of(shop.seller_id)
    ids["product_id"] = make_draft(shop.seller_id)
    for name, address in addresses(**ids):
        forget_all()  # he asks faster than a visitor may
        for method in ("get", "post"):
            answer = getattr(stranger, method)(address, GIVEN.get(name, {}))
            is_away = answer.status_code == 303 and "/account/sign-in" in answer["Location"]
            assert is_away or answer.status_code == 405, (method, address)
    assert order(shop.seller_id, placed.order_id).state is OrderState.PLACED


def test_who_works_for_a_seller_without_a_store_has_no_desk_yet():
    person_id = make_account(email="new@example.com")
    add_member(actor=SYSTEM, person_id=person_id, seller_id=make_seller())
    browser = Client(headers={"sec-fetch-site": "same-origin"})
    browser.post("/account/sign-in", {"email": "new@example.com", "password": PASSWORD})
    assert browser.get("/hub/orders").status_code == browser.post("/hub/stock").status_code == 403
    assert browser.get("/hub/")["Location"] == "/account/selling"
    told = browser.get("/account/selling").content.decode()
    assert "ليس لك متجر بعد" in told and 'name="store_name"' in told


def test_another_site_can_not_press_our_buttons(shop):
    placed = shop.sale()
    path = f"/hub/orders/{placed.order_id}/confirmation"
    answer = shop.browser.post(path, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
    assert order(shop.seller_id, placed.order_id).state is OrderState.PLACED


def test_pages_are_kept_by_no_cache(shop):
    assert "no-store" in shop.browser.get("/hub/orders")["Cache-Control"]
