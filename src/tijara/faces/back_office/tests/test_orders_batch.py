"""Acts of staff on many orders: each is done or told, one that fails costs no other."""

from uuid import UUID

import pytest

from tijara.domains.accounts.shapes import StaffRole
from tijara.domains.accounts.testing import make_account
from tijara.domains.markets.testing import make_market
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.actions import cancel_order
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import CancelReason, OrderState, PlacedOrder
from tijara.domains.orders.testing import make_line, make_order_to_place, place_one
from tijara.domains.parties.actions import add_member
from tijara.domains.parties.shapes import Role
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.platform.desks.models import Note

from .conftest import ADDRESS, signed_in
from .test_batches import left_and_done

pytestmark = pytest.mark.django_db(transaction=True)
WHERE = "/office/orders/batch?state=placed"


def sale_of(seller_id: UUID) -> PlacedOrder:
    offer = make_offer(34900, 5, seller_id=seller_id)
    line = make_line(offer_id=offer.id, stock_id=offer.stock_id, unit_minor=34900)
    return place_one(seller_id, make_order_to_place(line, address=ADDRESS))


@pytest.fixture
def placed():
    """Three orders of one store; the last was called off by its buyer."""
    make_market()
    seller_id = make_store().seller_id
    add_member(actor=SYSTEM, seller_id=seller_id, person_id=make_account(), role=Role.OWNER)
    made = [sale_of(seller_id) for _ in range(3)]
    cancel_order(
        actor=SYSTEM,
        seller_id=seller_id,
        order_id=made[2].order_id,
        reason=CancelReason.CHANGED_MIND,
    )
    return [(seller_id, one.order_id) for one in made]


def picks(placed, **given) -> dict:
    keys = [f"{seller}.{order}" for seller, order in placed]
    return {"pick": [*keys, keys[0], "x"]} | given


def states(placed) -> list[OrderState]:
    return [order_view(*one).state for one in placed]


def test_stores_are_reminded_once_a_day(staff, placed):
    for _ in range(2):
        answer = staff.post(WHERE, picks(placed, act="remind"))
        assert left_and_done(answer) == (1, 2)
    letters = [one for one in recent_messages() if "ينتظرك" in one.subject]
    assert len(letters) == 2


def test_a_note_stands_beside_each_once(staff, placed):
    told = picks(placed, act="note", text="المتجر لا يردّ", id=new_id())
    for _ in range(2):
        assert staff.post(WHERE, told)["Location"] == "/office/orders?state=placed"
    assert Note.objects.count() == 3
    staff.post(WHERE, picks(placed, act="note", text=" "))
    assert Note.objects.count() == 3


def test_they_are_called_off_with_a_reason(staff, placed):
    staff.post(WHERE, picks(placed, act="cancel", reason=""))
    assert states(placed) == [OrderState.PLACED, OrderState.PLACED, OrderState.CANCELLED]
    answer = staff.post(WHERE, picks(placed, act="cancel", reason="cant_reach"))
    assert left_and_done(answer) == (1, 2)
    assert states(placed) == [OrderState.CANCELLED] * 3
    assert staff.post(WHERE, picks(placed, act="burn")).status_code == 404


def test_who_may_not_call_off_is_not_offered_it(placed):
    finance = signed_in(staff_role=StaffRole.FINANCE)
    assert 'value="cancel"' not in finance.get("/office/orders").content.decode()
    told = picks(placed, act="cancel", reason="other")
    assert finance.post(WHERE, told).status_code == 403
    assert states(placed)[0] is OrderState.PLACED
