"""What docs/howto tells a newcomer to do works, word for word."""

import re
import shlex

import pytest

from tijara.domains.accounts.testing import make_account
from tijara.domains.checkout.queries import orders_of_buyer
from tijara.domains.fulfilment.actions import record_delivery, ship_order
from tijara.domains.inventory.queries import low_stock
from tijara.domains.markets.queries import market
from tijara.domains.markets.testing import make_market
from tijara.domains.offers.queries import seller_offers
from tijara.domains.orders.actions import confirm_order
from tijara.domains.parties.queries import members_of
from tijara.domains.search.queries import shelf
from tijara.domains.stores.queries import forget_stores
from tijara.faces.cli.main import main
from tijara.faces.storefront.tests.shopper import Shopper
from tijara.kit.actor import SYSTEM
from tijara.platform import places
from tijara.platform.outbox.relay import Relay
from tools.house import HERE

pytestmark = pytest.mark.django_db
PAGE = (HERE / "docs/howto/import-a-catalogue.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"```(csv|sh)\n(.*?)```", re.DOTALL)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "data", lambda: tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    forget_stores()
    make_market()
    make_account(is_operator=True)
    return tmp_path


def blocks(kind):
    return [text for found, text in BLOCK.findall(PAGE) if found == kind]


def does(line):
    program, *words = shlex.split(line)
    assert program == ".venv/bin/tijara"
    return main(words)


def settle():
    while Relay().deliver_pending():
        pass


def test_a_catalogue_is_imported_and_sold_from(folder, capsys):
    look, take, prove = blocks("sh")
    (folder / "shop.csv").write_text(*blocks("csv"), encoding="utf-8")
    assert does(look) == 0 and "nothing was kept" in capsys.readouterr().out
    assert does(take) == 0
    told = capsys.readouterr().out
    assert "created              2" in told and "rejected             1" in told
    settle()
    (cup,) = shelf(market("sa").id, text="فناجين").items
    seller_id = cup.seller_id
    (offer,) = seller_offers(seller_id, text="فناجين").items
    assert offer.free == 20 and low_stock(seller_id) == []
    sell(seller_id, cup)
    assert members_of(seller_id)
    assert does(prove) == 0


def sell(seller_id, card):
    """A guest orders it; the store confirms, ships and brings it."""
    guest = Shopper()
    page = guest.sees(f"/p/{card.slug}")
    fields = dict(re.findall(r'name="(seller_id|offer_id|seen_minor)" value="([^"]*)"', page))
    guest.sends("/cart", quantity="1", **fields)
    guest.confirms()
    (order,) = orders_of_buyer(guest.buyer_id())
    given = {"actor": SYSTEM, "seller_id": seller_id, "order_id": order.id}
    confirm_order(**given)
    shipment_id = ship_order(**given, carrier="سمسا")
    record_delivery(actor=SYSTEM, seller_id=seller_id, shipment_id=shipment_id)
    settle()
