"""In Egypt every good goes under a code of its own, the same for ever; its barcode where it has
one."""

import csv
import io
import json
from dataclasses import replace

import pytest

from tijara.domains.catalogue.models import Variant
from tijara.domains.invoicing.queries import codes_to_register, document_of, invoice
from tijara.domains.invoicing.rules import own_code
from tijara.domains.invoicing.shapes import FilingState
from tijara.domains.invoicing.testing import FACTS, make_invoice, make_registered_seller
from tijara.domains.markets.testing import make_market
from tijara.domains.offers.testing import make_offer
from tijara.domains.parties.actions import declare_identity
from tijara.domains.parties.shapes import LegalIdentity
from tijara.domains.parties.testing import make_seller
from tijara.kit.actor import SYSTEM
from tijara.platform.providers import connected_with
from tijara.providers.eta.simulator.server import CLIENT, DEVICE, SECRET, Simulator

from .conftest import enrol, send

pytestmark = pytest.mark.django_db(transaction=True)

RIN, BARCODE = "674859545", "6221155012340"
IDENTITY = LegalIdentity("شركة بازار القاهرة", RIN, "112233", "شارع عباس العقاد، القاهرة")
CODES = {"client_id": CLIENT, "client_secret": SECRET, "device": DEVICE}


@pytest.fixture
def simulator(monkeypatch):
    with Simulator().running() as running:
        monkeypatch.setenv("TIJARA_ETA_ADDRESS", running.address)
        connected_with.cache_clear()
        yield running


def egyptian(codes="barcode"):
    market = make_market("eg", country="EG", currency="EGP", commission_vat_bp=1400)
    seller_id = make_seller(market, legal_name=IDENTITY.legal_name)
    declare_identity(actor=SYSTEM, seller_id=seller_id, identity=IDENTITY)
    place = {"branch": "0", "business": "4772", "city": "مدينة نصر", "region": "القاهرة"}
    fields = {"environment": "preproduction", "codes": codes}
    enrol(seller_id, authority="eta", facts=replace(FACTS, **place), fields=fields, given=CODES)
    return seller_id


def shelf(seller_id):
    return make_offer(seller_id=seller_id, price_minor=5000, units=5)


def sold(seller_id, offer):
    return make_invoice(seller_id, currency="EGP", line={"variant_id": offer.variant_id})


def told(paper):
    items = json.loads(document_of(paper.seller_id, paper.filed.id))["itemData"]
    return [(one["itemType"], one["itemCode"]) for one in items]


def test_two_goods_have_two_codes_and_delivery_and_fee_have_their_own(simulator):
    seller_id = egyptian()
    papers = [sold(seller_id, shelf(seller_id)) for _ in range(2)]
    assert send() == 2
    for paper in papers:
        assert invoice(seller_id, paper.id).filed.state is FilingState.ACCEPTED
    one, other = map(told, papers)
    assert one[1:] == other[1:] == [("EGS", f"EG-{RIN}-DELIVERY"), ("EGS", f"EG-{RIN}-FEE")]
    assert one[0] != other[0]
    assert all(kind == "EGS" and code.startswith(f"EG-{RIN}-") for kind, code in (one[0], other[0]))


def test_the_code_stays_whatever_the_goods_are_called_later(simulator):
    seller_id = egyptian()
    offer = shelf(seller_id)
    before = sold(seller_id, offer)
    Variant.objects.update(sku="ANOTHER-1", label_ar="أحمر")
    assert told(sold(seller_id, offer))[0] == told(before)[0]
    rows = codes_to_register(seller_id)
    assert rows[0][2] == "itemCode" and told(before)[0][1] in {row[2] for row in rows}


def test_a_barcode_is_told_where_there_is_one(simulator):
    seller_id = egyptian()
    offer = shelf(seller_id)
    Variant.objects.filter(id=offer.variant_id).update(gtin=BARCODE)
    paper = sold(seller_id, offer)
    assert told(paper)[0] == ("GS1", BARCODE)
    assert send() == 1
    assert invoice(seller_id, paper.id).filed.state is FilingState.ACCEPTED
    registered = {row[2] for row in codes_to_register(seller_id)}
    assert f"EG-{RIN}-DELIVERY" in registered
    assert f"EG-{RIN}-{own_code(offer.variant_id)}" not in registered


def test_a_seller_may_keep_to_codes_of_his_own(simulator):
    seller_id = egyptian("own")
    offer = shelf(seller_id)
    Variant.objects.filter(id=offer.variant_id).update(gtin=BARCODE)
    kind, code = told(sold(seller_id, offer))[0]
    assert kind == "EGS" and code in {row[2] for row in codes_to_register(seller_id)}


def test_a_code_of_somebody_else_is_turned_away(simulator):
    seller_id = egyptian()
    offer = shelf(seller_id)
    Variant.objects.filter(id=offer.variant_id).update(gtin="6221155012341")
    paper = sold(seller_id, offer)
    send()
    assert invoice(seller_id, paper.id).filed.state is FilingState.REJECTED


def test_who_has_nothing_to_register_gets_no_file():
    assert codes_to_register(make_registered_seller()) == []


def test_staff_take_the_codes_from_the_sellers_page(simulator, staff):
    seller_id = egyptian()
    shelf(seller_id)
    here = f"/office/sellers/{seller_id}/tax-unit"
    assert f"{here}/codes.csv" in staff.get(here).content.decode()
    answer = staff.get(f"{here}/codes.csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0][:3] == ["codeType", "parentCode", "itemCode"] and len(rows) >= 4
