"""A market's word on the way back of returns: who pays, how much, from where."""

import pytest

from tijara.domains.markets.testing import make_market
from tijara.domains.returns.queries import carriage_bands, carriage_terms
from tijara.domains.returns.shapes import CarriageTerms, Payer

pytestmark = pytest.mark.django_db(transaction=True)
WHO = {"unwanted": "buyer", "fault": "seller", "warranty": "market"}


def read(staff, path):
    answer = staff.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_who_pays_is_said_and_unsaid(staff):
    market = make_market()
    path = f"/office/markets/{market.slug}/returns"
    assert "شحن الإرجاع" in read(staff, path)
    assert path in read(staff, f"/office/markets/{market.slug}")
    for wrong in ({"charge_minor": "x"}, {"fault": "nobody"}, {"charge_minor": "99999999999"}):
        assert staff.post(path, WHO | {"is_settled": "1"} | wrong).status_code == 422
    assert carriage_terms(market.id) is None
    told = WHO | {"is_settled": "1", "charge_minor": "18.50"}
    assert staff.post(path, told).status_code == 303
    known = CarriageTerms(Payer.BUYER, Payer.SELLER, Payer.MARKET, 1850)
    assert carriage_terms(market.id) == known
    assert "18.50" in read(staff, path)
    staff.post(path, WHO)
    assert carriage_terms(market.id) is None


def test_rows_by_place_and_weight_come_and_go(staff):
    market = make_market()
    path = f"/office/markets/{market.slug}/returns"
    for wrong in (
        {"charge": ""},
        {"charge": "x"},
        {"charge": "5", "up_to_grams": "x"},
        {"charge": "5", "up_to_grams": "0"},
        {"charge": "5", "place": "xx"},
    ):
        assert staff.post(f"{path}/bands", wrong).status_code == 422
    told = {"charge": "12", "up_to_grams": "٥٠٠٠", "place": "sa-riyadh"}
    assert staff.post(f"{path}/bands", told).status_code == 303
    (band,) = carriage_bands(market.id)
    assert (band.place, band.up_to_grams, band.charge_minor) == ("sa-riyadh", 5000, 1200)
    assert "الرياض" in read(staff, path)
    assert staff.post(f"{path}/bands/removal", {"band": "x"}).status_code == 404
    staff.post(f"{path}/bands/removal", {"band": str(band.id)})
    assert carriage_bands(market.id) == []
    assert staff.get("/office/markets/none/returns").status_code == 404
