"""A big seller's goods leave the shelf and come back in steps, each a commit of its own."""

import pytest

from tijara.domains.catalogue.actions import import_products
from tijara.domains.catalogue.shapes import ProductDraft
from tijara.domains.inventory.actions import receive_stock
from tijara.domains.inventory.shapes import Receipt
from tijara.domains.offers.actions import put_offers
from tijara.domains.offers.events import CHUNK
from tijara.domains.offers.shapes import OfferDraft
from tijara.domains.parties.actions import resume_seller, suspend_seller
from tijara.domains.search.actions import index_products
from tijara.domains.search.models import Document
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.platform.outbox.models import Event
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db(transaction=True)
MANY = CHUNK + 2


@pytest.fixture
def seller_id():
    """On the shelf with two products more than one step takes."""
    seller_id = make_store().seller_id
    drafts = [
        ProductDraft(
            source="test",
            source_key=f"{number}",
            name_ar=f"دلّة {number}",
            name_en=f"Dallah {number}",
            category_path_ar=("القهوة",),
            category_path_en=("Coffee",),
        )
        for number in range(MANY)
    ]
    made = import_products(actor=SYSTEM, drafts=drafts)
    stocks = {one.variant_id: new_id() for one in made}
    receive_stock(
        actor=SYSTEM,
        seller_id=seller_id,
        receipts=[Receipt(stock_id, variant_id, 5) for variant_id, stock_id in stocks.items()],
        reference_id=new_id(),
    )
    put_offers(
        actor=SYSTEM,
        seller_id=seller_id,
        offers=[
            OfferDraft(
                variant_id=one.variant_id,
                product_id=one.product_id,
                stock_id=stocks[one.variant_id],
                price=Money(1000, "SAR"),
            )
            for one in made
        ],
    )
    index_products(actor=SYSTEM, product_ids=[one.product_id for one in made])
    Event.objects.all().delete()
    return seller_id


def on_the_shelf() -> int:
    return Document.objects.count()


def relayed() -> None:
    while Relay().deliver_pending():
        pass


def test_leave_in_steps_that_go_on_where_they_were_cut_off(seller_id):
    assert on_the_shelf() == MANY
    suspend_seller(actor=SYSTEM, seller_id=seller_id, reason="أوراق ناقصة")
    Relay().deliver_pending()
    assert on_the_shelf() == 2
    waiting = Event.objects.filter(delivered_at=None)
    assert list(waiting.values_list("name", flat=True)) == ["search.goods_indexed.v1"]
    relayed()
    assert on_the_shelf() == 0 and waiting.count() == 0


def test_come_back_though_they_had_not_all_left(seller_id):
    suspend_seller(actor=SYSTEM, seller_id=seller_id, reason="أوراق ناقصة")
    Relay().deliver_pending()
    resume_seller(actor=SYSTEM, seller_id=seller_id)
    relayed()
    assert on_the_shelf() == MANY
