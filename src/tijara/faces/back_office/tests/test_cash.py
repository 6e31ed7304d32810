"""The cash centre: what carriers owe, their lists, claims by four eyes, blocked phones, terms."""

import re

import pytest

from tijara.domains.cash.queries import remittance_lines, remittances
from tijara.domains.cash.shapes import CashState
from tijara.domains.cash.testing import (
    HEAD,
    carrier_id,
    list_of,
    make_cash_parcel,
    make_late,
    state_of,
)
from tijara.domains.cash_terms.queries import (
    blocks,
    cash_terms,
    deposit_rules,
    fee_bands,
    is_blocked,
)
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.shapes import OrderState
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.returns.testing import make_paid_order, name_store
from tijara.domains.stores.testing import make_store
from tijara.faces.back_office.tests.conftest import signed_in
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def parcel():
    return make_cash_parcel("4410", seller_id=make_store().seller_id)


def read(staff, path):
    answer = staff.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.content.decode()


def bring(staff, *rows, head=HEAD, **given):
    file = list_of(rows, head)
    file.name = "الدرب.csv"
    told = {"carrier": str(carrier_id()), "file": file} | given
    return staff.post("/office/cash/lists", told)


def test_the_centre_draws_ages_and_leads_to_parcels(staff, parcel):
    assert 'class="age-0"' in read(staff, "/office/cash")
    make_late(parcel, 10)
    shown = read(staff, "/office/cash")
    assert 'class="age-2"' in shown and "262" in shown
    assert f"/office/cash/parcels/{parcel.seller_id}/{parcel.id}" in shown
    assert parcel.number in read(staff, f"/office/cash?carrier={parcel.carrier_id}&age=2")
    assert parcel.number not in read(staff, f"/office/cash?carrier={parcel.carrier_id}&age=4")
    assert parcel.number in read(staff, "/office/cash?carrier=x&age=99")


def test_a_list_is_brought_read_and_booked(staff, parcel):
    answer = bring(staff, "4410,262.00,9.00,2026-11-05")
    page = answer["Location"]
    assert parcel.number in read(staff, page) and 'value="253.00"' in read(staff, page)
    wrong = staff.post(f"{page}/booking", {"received": "262", "bank_reference": "FT1"})
    assert wrong.status_code == 422 and 'value="FT1"' in wrong.content.decode()
    told = {"received": "253.00", "bank_reference": "FT1"}
    assert staff.post(f"{page}/booking", told).status_code == 303
    assert state_of(parcel) is CashState.RECONCILED
    assert "FT1" in read(staff, "/office/cash/lists")
    assert bring(staff, "4410,262.00,9.00,2026-11-05")["Location"].endswith(page.split("/")[-1])


def test_strange_columns_are_told_and_a_line_is_given_back(staff, parcel):
    page = bring(staff, "4410,300", head="A,B")["Location"]
    assert '<option value="A"' in read(staff, page)
    twice = staff.post(f"{page}/columns", {"waybill": "A", "amount": "A"})
    assert twice.status_code == 422
    staff.post(f"{page}/columns", {"waybill": "A", "amount": "B"})
    staff.post(f"{page}/booking", {"received": "300", "bank_reference": "FT2"})
    (line,) = remittance_lines(remittances().items[0])
    assert f"/lines/{line.id}" in read(staff, page)
    staff.post(f"{page}/lines/{line.id}")
    assert state_of(parcel) is CashState.RECONCILED
    assert staff.post(f"{page}/lines/{line.id}").status_code == 303
    assert "FT2" in read(staff, page)
    assert read(staff, "/office/journal")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 no", b"\x00\x01\x02", b"PK\x03\x04rubbish"])
def test_what_is_no_list_is_told_kindly(staff, parcel, content):
    file = list_of(["x"])
    file.seek(0)
    file.truncate()
    file.write(content)
    file.seek(0)
    file.name = "a.csv"
    told = {"carrier": str(carrier_id()), "file": file}
    assert staff.post("/office/cash/lists", told).status_code == 422
    assert not remittances().items


def test_a_list_is_thrown_away(staff, parcel):
    page = bring(staff, "4410,262.00,,")["Location"]
    staff.post(f"{page}/disposal")
    assert staff.get(page).status_code == 404


def test_a_claim_takes_two_to_give_up(staff, parcel):
    path = f"/office/cash/parcels/{parcel.seller_id}/{parcel.id}"
    for given in ({"reason": "never"}, {}):
        wrong = staff.post(f"{path}/claim", given | {"note": "سألناهم مرتين"})
        assert wrong.status_code == 422 and 'id="why-wrong"' in wrong.content.decode()
        assert "سألناهم مرتين" in wrong.content.decode()
    staff.post(f"{path}/claim", {"reason": "lost", "note": "ضاع في المستودع"})
    assert "ضاع في المستودع" in read(staff, path)
    staff.post(f"{path}/proposal")
    shown = read(staff, "/office/cash/claims")
    assert 'value="agree"' not in shown
    staff.post(f"{path}/decision", {"answer": "agree"})
    assert state_of(parcel) is CashState.CLAIMED
    other = signed_in(is_operator=True)
    assert 'value="agree"' in read(other, "/office/cash/claims")
    other.post(f"{path}/decision", {"answer": "agree"})
    assert state_of(parcel) is CashState.WRITTEN_OFF
    assert read(staff, path)


def test_a_carriers_days_are_changed(staff, parcel):
    path = f"/office/cash/carriers/{parcel.carrier_id}"
    wrong = staff.post(path, {"remit_days": "many"})
    assert wrong.status_code == 422 and 'value="many"' in wrong.content.decode()
    assert f'id="d-{parcel.carrier_id}-error"' in wrong.content.decode()
    staff.post(path, {"remit_days": "٩"})
    assert 'value="9"' in read(staff, "/office/cash/lists")


def test_many_are_claimed_in_one_letter_that_is_taken_along_and_answered(staff, parcel):
    make_late(parcel, 10)
    here = f"/office/cash/claims/new?carrier={parcel.carrier_id}&days=3"
    form = read(staff, here)
    key, letter_id = (
        re.search(rf'name="{name}" value="([^"]+)"', form)[1] for name in ("parcel", "id")
    )
    told = {"carrier": str(parcel.carrier_id), "id": letter_id, "parcel": key, "days": "3"}
    assert staff.post(here, told | {"answer_days": "0"}).status_code == 422
    answer = staff.post(here, told | {"answer_days": "4", "note": "كلمة"})
    assert answer["Location"].endswith(f"/office/cash/letters/{letter_id}")
    shown = read(staff, f"/office/cash/letters/{letter_id}")
    assert parcel.number in shown and "كلمة" in shown
    rows = read(staff, f"/office/cash/letters/{letter_id}.csv").splitlines()
    assert "4410" in rows[1] and "262.00" in rows[1]
    assert staff.get(f"/office/cash/letters/{letter_id}.xlsx").content[:2] == b"PK"
    assert f"/office/cash/letters/{letter_id}" in read(staff, "/office/cash/claims")
    refusal = f"/office/cash/letters/{letter_id}/refusal"
    assert staff.post(refusal, {"words": ""}).status_code == 422
    staff.post(refusal, {"words": "سلّمناه للبائع"})
    assert "سلّمناه للبائع" in read(staff, f"/office/cash/letters/{letter_id}")
    again = staff.post(f"/office/cash/letters/{letter_id}/again", {"id": ""})
    assert again["Location"] != answer["Location"]


def test_a_phone_is_blocked_and_lifted(staff):
    market = make_market()
    told = {"phone": "0551234567", "reason": "refused_often", "days": "30", "note": "ثلاث مرات"}
    wrong = staff.post("/office/cash/phones", told | {"phone": "12"})
    assert wrong.status_code == 422 and "ثلاث مرات" in wrong.content.decode()
    staff.post("/office/cash/phones", told)
    assert is_blocked(market.id, "+966551234567")
    shown = read(staff, "/office/cash/phones")
    assert "67" in shown and "551234567" not in shown
    (block,) = blocks(market.id).items
    staff.post(f"/office/cash/phones/{market.slug}/{block.id}", {"answer": "lift"})
    assert not is_blocked(market.id, "+966551234567")


def test_a_markets_terms_and_fees_are_set(staff):
    market = make_market()
    path = f"/office/markets/{market.slug}/cash"
    assert 'value="3"' in read(staff, path)
    told = {
        "most_open_orders": "2",
        "newcomer_limit_minor": "500",
        "most_attempts": "3",
        "return_charge_minor": "15",
        "return_seller_bp": "40",
        "asks_delivery_code": "1",
    }
    wrong = staff.post(path, told | {"most_attempts": "99", "return_charge_minor": "x"})
    assert wrong.status_code == 422 and 'value="99"' in wrong.content.decode()
    staff.post(path, told)
    terms = cash_terms(market.id)
    assert (terms.most_open_orders, terms.newcomer_limit_minor) == (2, 50000)
    assert (terms.return_charge_minor, terms.return_seller_bp) == (1500, 4000)
    assert terms.asks_delivery_code and not terms.pays_before_cash
    assert staff.post(f"{path}/bands", {"place": "xx", "fee": "5"}).status_code == 422
    staff.post(f"{path}/bands", {"place": "sa-riyadh", "service": "", "up_to": "", "fee": "5"})
    (band,) = fee_bands(market.id)
    assert (band.place, band.fee_minor) == ("sa-riyadh", 500)
    assert re.search("5", read(staff, path))
    staff.post(f"{path}/bands/removal", {"band": str(band.id)})
    assert fee_bands(market.id) == ()


def test_when_a_part_is_paid_before_is_set_and_dropped(staff):
    market = make_market()
    path = f"/office/markets/{market.slug}/cash"
    part = {"share_bp": "20"}
    wrong = [{"share_bp": ""}, {"share_bp": "99"}, part | {"refusals": "x"}]
    for given in (*wrong, part | {"place": "xx"}, part | {"from_minor": "x"}):
        assert staff.post(f"{path}/deposits", given).status_code == 422
    told = {"share_bp": "12.5", "refusals": "٢", "from_minor": "500", "is_for_newcomers": "1"}
    assert staff.post(f"{path}/deposits", told).status_code == 303
    (rule,) = deposit_rules(market.id)
    assert (rule.share_bp, rule.refusals, rule.from_minor) == (1250, 2, 50000)
    assert "12.5" in read(staff, path)
    staff.post(f"{path}/deposits/removal", {"band": str(rule.id)})
    assert deposit_rules(market.id) == ()


def test_only_finance_and_administrators_see_it(person):
    for path in (
        "/office/cash",
        "/office/cash/lists",
        "/office/cash/claims",
        "/office/cash/phones",
        "/office/cash/deposits",
    ):
        assert person.get(path).status_code == 403


def test_deposits_are_listed_by_what_became_of_them(staff):
    make_market()
    assert "لا عرابين بعد" in read(staff, "/office/cash/deposits")
    order = make_paid_order(
        PaymentMethod.CASH_ON_DELIVERY, OrderState.CONFIRMED, deposit_minor=5000
    )
    name_store(order.seller_id)
    while Relay().deliver_pending():
        pass
    here = "/office/cash/deposits"
    shown = read(staff, here)
    assert order.number in shown and "بيت النحّاس" in shown and "50" in shown
    assert f"/office/sellers/{order.seller_id}/orders/{order.id}" in shown
    for path in (f"{here}?part=held", f"{here}?q={order.number[:5]}"):
        assert order.number in read(staff, path)
    for path in (f"{here}?part=lost", f"{here}?part=waiting", f"{here}?q=none"):
        assert order.number not in read(staff, path)
    assert order.number in read(staff, f"{here}?part=nonsense")
