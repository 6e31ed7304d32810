"""What is kept of orders that wait for the gateway's money, and what has moved, is what waits."""

from uuid import UUID

import pytest

from tijara.domains.ledger.shapes import Account
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.returns.testing import make_paid_order, make_refunded_order
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id

from ..actions import keep_waiting, post_shares
from ..models import WaitingOrder, WaitingTo
from ..queries import items_proof, open_items, waiting_proof
from ..shapes import Share

pytestmark = pytest.mark.django_db
RECEIVABLE = Account.GATEWAY_RECEIVABLE
THE_LAST = UUID(int=2**128 - 1)


def waits():
    rows = open_items(RECEIVABLE, "SAR").items
    return {one.order_id: one.amount.minor for one in rows}


def looked_at_all():
    """As an hour later: no posting is younger than what is kept."""
    WaitingTo.objects.update(posting_id=THE_LAST)


def test_what_is_kept_is_what_waits():
    first, second = make_paid_order(), make_paid_order()
    told = waits()
    assert set(told) == {first.id, second.id} and not WaitingTo.objects.exists()
    keep_waiting(actor=SYSTEM)
    looked_at_all()
    assert waits() == told and WaitingOrder.objects.count() == 2
    WaitingOrder.objects.filter(order_id=first.id).update(minor=7)
    assert waits()[first.id] == 7
    assert waiting_proof().faults == [f"order {first.number}"]
    keep_waiting(actor=SYSTEM, anew=True)
    assert (waits(), waiting_proof().faults, items_proof().faults) == (told, [], [])


def test_an_order_that_has_moved_since_is_told_anew():
    order = make_paid_order()
    keep_waiting(actor=SYSTEM)
    WaitingOrder.objects.all().update(minor=7)
    young = make_refunded_order()
    told = waits()
    assert told[order.id] == order.total.minor
    keep_waiting(actor=SYSTEM)
    looked_at_all()
    assert waits() == told
    assert waiting_proof().faults == []
    assert told[young.id] == young.total.minor, "sent back to nobody yet"


@pytest.mark.parametrize("part", [4000, None])
def test_what_the_gateway_settles_of_a_kept_order_waits_no_more(part):
    order, other = make_paid_order(), make_paid_order()
    keep_waiting(actor=SYSTEM)
    kept = waits()
    settled = part or order.total.minor
    share = Share(order.seller_id, order.id, settled_minor=settled)
    currency = order.total.currency
    post_shares(
        actor=SYSTEM, kind="gateway_settled", line_id=new_id(), shares=[share], currency=currency
    )
    left = {order.id: kept[order.id] - settled, other.id: other.total.minor}
    left = {each: minor for each, minor in left.items() if minor}
    assert WaitingOrder.objects.get(order_id=order.id).minor == order.total.minor
    assert waits() == left
    assert waiting_proof().faults == []
    keep_waiting(actor=SYSTEM)
    looked_at_all()
    assert {one.order_id: one.minor for one in WaitingOrder.objects.all()} == left
    assert waits() == left
    assert (waiting_proof().faults, items_proof().faults) == ([], [])


def test_a_kept_deposit_that_the_gateway_settles_waits_no_more():
    order = make_paid_order(PaymentMethod.CASH_ON_DELIVERY, deposit_minor=5000)
    other = make_paid_order()
    keep_waiting(actor=SYSTEM, anew=True)
    told = waits()
    assert sorted(told.values()) == sorted([5000, other.total.minor])
    share = Share(order.seller_id, order.id, settled_minor=5000)
    post_shares(
        actor=SYSTEM,
        kind="gateway_settled",
        line_id=new_id(),
        shares=[share],
        currency=order.total.currency,
    )
    assert waits() == {other.id: other.total.minor}
    keep_waiting(actor=SYSTEM)
    looked_at_all()
    assert waits() == {other.id: other.total.minor}
    assert (waiting_proof().faults, items_proof().faults) == ([], [])
