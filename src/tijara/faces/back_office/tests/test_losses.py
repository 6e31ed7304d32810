"""Parcels that carriers have lost, at the cash centre: how old, and what came of them."""

import pytest

from tijara.domains.fulfilment.actions import record_loss
from tijara.domains.fulfilment.queries import loss, shipments
from tijara.domains.fulfilment.shapes import LossDraft, LossState
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.orders.shapes import OrderState
from tijara.domains.returns.testing import make_paid_order, name_store
from tijara.kit.actor import SYSTEM
from tijara.kit.money import Money

pytestmark = pytest.mark.django_db(transaction=True)
HERE = "/office/cash/losses"


@pytest.fixture
def lost():
    """(the seller, the claim)."""
    order = make_paid_order(state=OrderState.SHIPPED)
    name_store(order.seller_id)
    (parcel,) = shipments(order.seller_id, [order.id])[order.id]
    draft = LossDraft(Money(25000, "SAR"), "market", "قيمة الفاتورة")
    which = {"seller_id": order.seller_id, "shipment_id": parcel.id}
    return order.seller_id, record_loss(actor=SYSTEM, **which, draft=draft)


def read(staff, path) -> str:
    answer = staff.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.content.decode()


def test_what_waits_stands_there_until_it_is_answered(staff, lost):
    seller_id, loss_id = lost
    here = f"{HERE}/{seller_id}/{loss_id}"
    assert here in read(staff, HERE)
    assert "قيمة الفاتورة" in read(staff, here)
    given = {"answer": "paid", "paid": "150", "bank_reference": "FT-9", "words": ""}
    assert staff.post(here, given).status_code == 303
    assert balances(seller_id)[Account.SELLER_PAYABLE] == -15000
    assert here not in read(staff, HERE)
    assert here in read(staff, f"{HERE}?show=answered")
    assert "<form" not in read(staff, here).partition("<main")[2].partition("</main")[0]
    staff.post(here, given)
    assert balances(seller_id)[Account.SELLER_PAYABLE] == -15000


@pytest.mark.parametrize(
    "given",
    [{"answer": "refused"}, {"answer": "paid", "paid": "150"}, {"answer": "paid", "paid": "-1"}],
)
def test_an_answer_without_what_it_needs_is_not_taken(staff, lost, given):
    seller_id, loss_id = lost
    assert staff.post(f"{HERE}/{seller_id}/{loss_id}", given).status_code == 422
    told = loss(seller_id, loss_id)
    assert told and told.state is LossState.OPEN


def test_nobody_else_enters(person, lost):
    seller_id, loss_id = lost
    for path in (HERE, f"{HERE}/{seller_id}/{loss_id}"):
        assert person.get(path).status_code in (302, 403, 404)


def test_empty_it_says_where_claims_come_from(staff):
    assert "لا طرد ضائعًا" in read(staff, HERE)
    assert "لم ترد أي شركة" in read(staff, f"{HERE}?show=answered")
