"""A buyer follows his parcels, and gets what he bought without one, by his signed link alone."""

import re

import pytest

from tijara.domains.fulfilment.actions import give_up_units, record_refusal, ship_order
from tijara.domains.fulfilment.testing import make_digital_order, make_order
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.actions import move_order
from tijara.domains.orders.queries import order, order_link_token
from tijara.domains.orders.shapes import TAKE_BACK, CancelReason, OrderState
from tijara.domains.stores.testing import make_store
from tijara.faces.storefront.tests.shopper import Shopper
from tijara.kit.actor import SYSTEM
from tijara.platform.audits import run_proofs
from tijara.platform.process.moving import Step

pytestmark = pytest.mark.django_db(transaction=True)
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40
CODE = "GAME-7777-WXYZ"


@pytest.fixture(autouse=True)
def market(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return make_market()


@pytest.fixture
def seller_id():
    return make_store().seller_id


def page_of(seller_id, placed) -> str:
    return f"/orders/{order_link_token(seller_id, placed.order_id)}"


@pytest.fixture
def parted():
    """An order of two pieces: one on its way, one still at the shop. (offer, order, parcel)."""
    offer, placed = make_order(OrderState.CONFIRMED)
    line = order(offer.seller_id, placed.order_id).lines[0]
    shipment_id = ship_order(
        actor=SYSTEM,
        seller_id=offer.seller_id,
        order_id=placed.order_id,
        carrier="أرامكس",
        tracking_number="4410<b>",
        units={line.id: 1},
    )
    return offer, placed, shipment_id


class TestParcels:
    def test_each_parcel_says_where_it_is_and_what_is_to_pay(self, parted):
        make_store(seller_id=parted[0].seller_id)
        shown = Shopper().sees(page_of(parted[0].seller_id, parted[1]))
        assert "https://www.aramex.com/track/results?ShipmentNumber=4410%3Cb%3E" in shown
        assert "4410<b>" not in shown
        assert "يصلك لاحقًا" in shown and "130.00" in shown
        assert "ألغِ هذا الطلب" not in shown

    def test_the_rest_is_called_off_by_its_buyer(self, parted):
        offer, placed, shipment_id = parted
        make_store(seller_id=offer.seller_id)
        guest, path = Shopper(), page_of(offer.seller_id, placed)
        assert "#why-rest" in guest.sends(f"{path}/rest", reason="because")["Location"]
        guest.sends(f"{path}/rest", reason="changed_mind")
        guest.sends(f"{path}/rest", reason="changed_mind")
        record_refusal(actor=SYSTEM, seller_id=offer.seller_id, shipment_id=shipment_id)
        assert order(offer.seller_id, placed.order_id).state is OrderState.REFUSED
        assert "لن يصل" in guest.sees(path)
        assert [fault for proof in run_proofs() for fault in proof.faults] == []

    def test_what_was_given_up_is_told_with_its_money(self, parted):
        offer, placed, _ = parted
        make_store(seller_id=offer.seller_id)
        give_up_units(
            actor=SYSTEM,
            seller_id=offer.seller_id,
            order_id=placed.order_id,
            reason=CancelReason.OUT_OF_STOCK,
        )
        shown = Shopper().sees(page_of(offer.seller_id, placed))
        assert "لا تدفع ثمنه" in shown and "100.00" in shown


class TestCodes:
    def test_a_code_is_shown_when_its_buyer_asks_and_not_before(self, seller_id):
        _, placed = make_digital_order(codes=[CODE], seller_id=seller_id)
        guest, path = Shopper(), page_of(seller_id, placed)
        shown = guest.sees(path)
        assert CODE not in shown and "WXYZ" in shown
        answer = guest.sends(f"{path}/codes")
        assert CODE in answer.content.decode()
        assert "no-store" in answer["Cache-Control"]
        assert "رأيته" in guest.sees(path)

    def test_a_press_from_elsewhere_shows_nothing(self, seller_id):
        _, placed = make_digital_order(codes=[CODE], seller_id=seller_id)
        path = f"{page_of(seller_id, placed)}/codes"
        answer = Shopper().client.post(path, headers={"sec-fetch-site": "cross-site"})
        assert answer.status_code == 403
        assert Shopper().client.get(path).status_code == 405

    def test_after_a_refund_there_is_nothing_to_show(self, seller_id):
        _, placed = make_digital_order(codes=[CODE], seller_id=seller_id)
        move_order(
            actor=SYSTEM,
            seller_id=seller_id,
            order_id=placed.order_id,
            step=Step("take_back", SYSTEM, does=TAKE_BACK),
        )
        guest, path = Shopper(), page_of(seller_id, placed)
        assert "WXYZ" not in guest.sees(path)
        answer = guest.sends(f"{path}/codes")
        assert answer.status_code == 409 and CODE not in answer.content.decode()


class TestFiles:
    @pytest.fixture
    def link(self, seller_id):
        _, placed = make_digital_order(file=PDF, seller_id=seller_id)
        shown = Shopper().sees(page_of(seller_id, placed))
        return re.search(r'href="(/downloads/[^"]+)"', shown)[1]

    def fetch(self, link, **headers):
        answer = Shopper().client.get(link, headers=headers)
        return answer, b"".join(answer) if answer.streaming else answer.content

    def test_a_file_comes_whole_and_is_never_opened_by_the_browser(self, link):
        answer, content = self.fetch(link)
        assert (answer.status_code, content) == (200, PDF)
        assert answer["Content-Disposition"].startswith("attachment;")
        assert answer["Content-Type"] == "application/octet-stream"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in answer["Cache-Control"]

    def test_a_broken_download_goes_on(self, link):
        self.fetch(link)
        answer, content = self.fetch(link, range="bytes=1000-")
        assert (answer.status_code, content) == (206, PDF[1000:])
        assert answer["Content-Range"] == f"bytes 1000-{len(PDF) - 1}/{len(PDF)}"
        answer, content = self.fetch(link, range="bytes=5-9")
        assert content == PDF[5:10]
        assert self.fetch(link, range=f"bytes={len(PDF)}-")[0].status_code == 416

    @pytest.mark.parametrize("said", ["bytes=a-b", "bytes=9-3", "bytes=0-1,4-5", "lines=1-2", "-5"])
    def test_a_strange_range_breaks_nothing(self, link, said):
        assert self.fetch(link, range=said)[0].status_code in (200, 206)

    def test_forged_links_lead_nowhere(self, link):
        for forged in ("x", link.split("/")[-1][:-3], "%2e%2e%2fetc%2fpasswd", "a" * 3000):
            assert Shopper().client.get(f"/downloads/{forged}").status_code == 404

    def test_a_link_that_is_used_up_says_how_to_go_on(self, link):
        for _ in range(5):
            self.fetch(link)
        answer, content = self.fetch(link)
        assert answer.status_code == 409
        assert "أنشئ رابطًا جديدًا" in content.decode()

    def test_links_are_renewed_on_the_orders_page(self, seller_id):
        _, placed = make_digital_order(file=PDF, seller_id=seller_id)
        guest, path = Shopper(), page_of(seller_id, placed)
        old = re.search(r'href="(/downloads/[^"]+)"', guest.sees(path))[1]
        assert guest.sends(f"{path}/renewal")["Location"].endswith("#digital")
        new = re.search(r'href="(/downloads/[^"]+)"', guest.sees(path))[1]
        assert self.fetch(old)[0].status_code == 409
        assert self.fetch(new)[0].status_code == 200


def test_what_is_not_carried_has_no_way_and_no_address(seller_id):
    _, placed = make_digital_order(codes=[CODE], seller_id=seller_id)
    shown = Shopper().sees(page_of(seller_id, placed))
    assert "عنوان التوصيل" not in shown and "التوصيل</dt>" not in shown
    assert "RRRD2929" not in shown
