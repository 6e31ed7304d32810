"""Staff pay sellers, read invoices and take orders back."""

import re

import pytest

from tijara.domains.deals.testing import make_held_order, settle
from tijara.domains.invoicing.actions import print_invoices
from tijara.domains.invoicing.testing import make_invoice
from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.shapes import OrderState
from tijara.domains.returns.testing import make_paid_order
from tijara.domains.settlements.actions import keep_bank_account
from tijara.domains.settlements.queries import all_payouts, payable, payables
from tijara.domains.settlements.testing import IBAN, make_owed_seller
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.platform.audit.models import AuditEntry

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def seller_id():
    return make_owed_seller(make_store().seller_id)


def read(staff, path):
    answer = staff.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.content.decode()


def record(staff, seller_id, **given):
    told = {"amount": "100", "bank_reference": "FT1", "paid_on": now().date().isoformat()}
    return staff.post(f"/office/sellers/{seller_id}/payout", told | given)


def test_who_is_owed_what_is_listed(staff, seller_id):
    shown = read(staff, "/office/payouts")
    assert f"/office/sellers/{seller_id}/payout" in shown
    assert 'value="223.55"' in shown


def test_what_is_held_is_shown_and_not_paid_out(staff):
    order = make_held_order(seller_id=make_store().seller_id)
    keep_bank_account(actor=SYSTEM, seller_id=order.seller_id, holder="نحّاس", iban=IBAN)
    page = f"/office/sellers/{order.seller_id}/orders/{order.id}"
    assert "حصة البائع" in read(staff, page) and "تُستحق في" in read(staff, page)
    assert "معلّق" in read(staff, "/office/payouts")
    assert "معلّق إلى موعده" in read(staff, f"/office/sellers/{order.seller_id}/payout")
    assert record(staff, order.seller_id).status_code == 409
    settle(order)
    assert "صارت مستحقة" in read(staff, page) and "تُستحق في" not in read(staff, page)
    assert record(staff, order.seller_id).status_code == 303


def test_who_is_owed_something_stands_before_whom_all_is_even_with(staff):
    even = make_store().seller_id
    owed = make_owed_seller(make_store().seller_id)
    shown = read(staff, "/office/payouts")
    assert shown.index(f"/office/sellers/{owed}/payout") < shown.index(f"{even}/payout")


def test_the_list_begins_with_all_that_is_owed_and_is_sorted_as_one_asks(staff):
    even = make_store().seller_id
    owed = [make_owed_seller(make_store().seller_id) for _ in range(2)]
    assert 'value="447.10"' in read(staff, "/office/payouts")
    told = payables(size=1)
    assert told.page.items[0].seller_id in owed and told.page.has_next
    assert [one.minor for one in told.owed] == [44710] and told.debts == ()
    joined = read(staff, "/office/payouts?order=joined")
    assert joined.index(f"{even}/payout") < joined.index(f"{owed[0]}/payout")
    assert "447.10" in read(staff, "/office/payouts?order=nonsense&view=nonsense")


def test_a_payout_is_recorded_with_the_banks_reference(staff, seller_id):
    assert 'value="223.55"' in read(staff, f"/office/sellers/{seller_id}/payout")
    answer = record(staff, seller_id, amount="١٢٣٫٥٥")
    assert answer["Location"] == f"/office/sellers/{seller_id}/payout"
    (paid,) = all_payouts().items
    assert (paid.amount.minor, paid.bank_reference) == (12355, "FT1")
    assert payable(seller_id).minor == 10000
    assert "FT1" in read(staff, "/office/payouts")
    assert "FT1" in read(staff, f"/office/sellers/{seller_id}/payout")


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"amount": "x"}, 422),
        ({"amount": "1.005"}, 422),
        ({"amount": "-5"}, 422),
        ({"bank_reference": ""}, 422),
        ({"paid_on": "soon"}, 422),
        ({"amount": "223.56"}, 409),
    ],
)
def test_what_makes_no_sense_is_told_and_nothing_typed_is_lost(staff, seller_id, given, status):
    answer = record(staff, seller_id, **given)
    assert answer.status_code == status
    shown = answer.content.decode()
    kept = ({"amount": "100"} | given)["amount"]
    assert f'value="{kept}"' in shown
    told = re.findall(r'class="error".*?<span>([^<]*)</span>', shown)
    assert bool(told) is (status == 422) and not any(text.isascii() for text in told)
    assert all_payouts().items == []


def test_the_same_reference_twice_pays_once(staff, seller_id):
    record(staff, seller_id)
    assert record(staff, seller_id).status_code == 409
    assert len(all_payouts().items) == 1


def test_the_whole_iban_is_shown_on_demand_and_who_looked_is_kept(staff, seller_id):
    path = f"/office/sellers/{seller_id}/payout"
    assert "6080" not in read(staff, path)
    shown = staff.post(f"/office/sellers/{seller_id}/iban").content.decode()
    assert "SA0380000000608010167519" in shown
    assert AuditEntry.objects.filter(action="settlements.reveal_iban").count() == 1
    assert "6080" not in read(staff, path)


def test_a_seller_without_an_account_is_not_paid(staff):
    store = make_store()
    make_paid_order(seller_id=store.seller_id)
    assert record(staff, store.seller_id).status_code == 409
    assert staff.post(f"/office/sellers/{store.seller_id}/iban").status_code == 409


def test_nobody_unknown_is_paid(staff):
    assert record(staff, new_id()).status_code == 404
    assert staff.post(f"/office/sellers/{new_id()}/iban").status_code == 404


def test_invoices_of_all_sellers_are_listed_and_read(staff):
    written = make_invoice()
    path = f"/office/sellers/{written.seller_id}/invoices/{written.id}"
    assert path in read(staff, "/office/invoices")
    assert written.content.issuer.vat_number in read(staff, path)
    assert staff.get(f"{path}/pdf").status_code == 202
    print_invoices(actor=SYSTEM)
    assert staff.get(f"{path}/pdf")["Content-Type"] == "application/pdf"
    assert staff.get(f"/office/sellers/{new_id()}/invoices/{written.id}").status_code == 404


def test_staff_take_an_order_back(staff):
    order = make_paid_order(seller_id=make_store().seller_id)
    here = f"/office/sellers/{order.seller_id}/orders/{order.id}"
    assert f"{here}/refund" in read(staff, here)
    assert "250.00" in read(staff, f"{here}/refund")
    assert staff.post(f"{here}/refund", {"reason": "x"}).status_code == 422
    answer = staff.post(f"{here}/refund", {"reason": "wrong_item", "restock": "yes"})
    assert answer["Location"] == here
    assert find_order(order.seller_id, order.id).state is OrderState.REFUNDED
    shown = read(staff, here)
    assert "وصل غير ما طُلب" in shown and f"{here}/refund" not in shown
