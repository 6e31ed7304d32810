"""Acts on many things of a list: each is done or told, and what stands twice is done once."""

import re
from uuid import UUID

import pytest

from tijara.domains.accounts.testing import make_account
from tijara.domains.catalogue.actions import define_attribute
from tijara.domains.catalogue.queries import categories, edited_product
from tijara.domains.catalogue.shapes import AttributeDraft
from tijara.domains.catalogue.testing import make_draft, make_product
from tijara.domains.markets.testing import make_market
from tijara.domains.messaging.queries import messages
from tijara.domains.messaging.shapes import MessageState
from tijara.domains.messaging.testing import make_message
from tijara.domains.parties.shapes import LegalIdentity
from tijara.domains.payments.queries import charge_by_id
from tijara.domains.payments.shapes import ChargeState, PaymentMethod
from tijara.domains.payments.testing import make_charge
from tijara.domains.stores.actions import apply_to_sell
from tijara.domains.stores.queries import application
from tijara.domains.stores.shapes import ApplicationDraft, ApplicationState
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import VISITOR_POWERS

pytestmark = pytest.mark.django_db


def ask_to_sell() -> UUID:
    actor = Actor(ActorKind.BUYER, make_account(), powers=VISITOR_POWERS)
    draft = ApplicationDraft("ركن البخور", "sa-jeddah", LegalIdentity("مؤسسة ركن البخور"))
    return apply_to_sell(actor=actor, market_id=make_market().id, draft=draft)


def left_and_done(answer) -> tuple[int, int]:
    """How many rows the page of answers has of either."""
    tables = re.findall(r"<tbody>(.*?)</tbody>", answer.content.decode(), re.S)
    counts = [table.count("<tr>") for table in tables] + [0]
    return counts[0], counts[1]


class TestProducts:
    def test_ticked_ones_are_hidden_and_shown_again(self, staff):
        make_market()
        wanted = [make_product().product_id for _ in range(2)]
        for act, is_published in (("hide", False), ("publish", True)):
            answer = staff.post(
                "/office/catalogue/batch?q=x", {"act": act, "pick": [*wanted, wanted[0], "x"]}
            )
            assert answer["Location"] == "/office/catalogue?q=x"
            assert [edited_product(one).is_published for one in wanted] == [is_published] * 2

    def test_what_is_not_ready_is_told_by_name(self, staff):
        make_market()
        good, unready = make_product().product_id, make_draft(make_store().seller_id)
        needed = AttributeDraft(categories()[-1].id, "المادة", "text", is_required=True)
        define_attribute(actor=SYSTEM, attribute_id=new_id(), draft=needed)
        answer = staff.post(
            "/office/catalogue/batch", {"act": "publish", "pick": [unready, good, new_id()]}
        )
        assert answer.status_code == 200 and left_and_done(answer) == (1, 1)
        assert "شال" in answer.content.decode() and edited_product(good).is_published

    def test_nothing_ticked_and_no_act_change_nothing(self, staff, person):
        assert staff.post("/office/catalogue/batch", {"act": "hide"}).status_code == 303
        assert staff.post("/office/catalogue/batch", {"act": "burn"}).status_code == 404
        assert person.post("/office/catalogue/batch", {"act": "hide"}).status_code == 403


class TestApplications:
    def test_two_of_one_name_get_addresses_of_their_own(self, staff):
        make_market()
        asked = [ask_to_sell() for _ in range(2)]
        assert staff.get("/office/applications").content.decode().count('name="pick"') == 2
        answer = staff.post("/office/applications/batch", {"act": "approve", "pick": asked})
        assert answer.status_code == 303
        assert {application(one).state for one in asked} == {ApplicationState.APPROVED}
        again = staff.post("/office/applications/batch", {"act": "approve", "pick": asked})
        assert left_and_done(again) == (2, 0)

    def test_who_is_turned_down_is_told_why(self, staff):
        make_market()
        asked = ask_to_sell()
        told = {"act": "reject", "pick": [asked], "reason": " "}
        staff.post("/office/applications/batch", told)
        assert application(asked).state is ApplicationState.WAITING
        staff.post("/office/applications/batch", told | {"reason": "السجل التجاري منتهٍ"})
        assert application(asked).state is ApplicationState.REJECTED
        assert application(asked).reason == "السجل التجاري منتهٍ"


def test_transfers_that_have_arrived_are_approved_in_one_press(staff):
    market = make_market()
    given = {"market_id": market.id, "method": PaymentMethod.BANK_TRANSFER}
    first, second, third = (make_charge(**given) for _ in range(3))
    answer = staff.post(
        "/office/payments/batch",
        {f"reference-{first.id}": "FT1", f"reference-{second.id}": " ", "reference-x": "FT3"},
    )
    assert answer["Location"] == "/office/payments?state=check"
    states = [charge_by_id(one.id).state for one in (first, second, third)]
    assert states == [ChargeState.PAID, ChargeState.OPEN, ChargeState.OPEN]
    told = {f"reference-{one.id}": "FT2" for one in (first, second)}
    assert left_and_done(staff.post("/office/payments/batch", told)) == (1, 1)


class TestMessages:
    def test_those_that_were_given_up_are_sent_once_more(self, staff):
        lost = [make_message(given_up_at=now(), attempts=9, last_error="550") for _ in range(2)]
        sent = make_message(sent_at=now())
        page = staff.get("/office/messages").content.decode()
        assert page.count('name="pick"') == 2
        keys = [f"{one.owner_id}.{one.id}" for one in (*lost, sent)]
        answer = staff.post("/office/messages/batch?state=given_up", {"pick": keys})
        assert left_and_done(answer) == (1, 2)
        waiting = messages(state=MessageState.WAITING).items
        assert {(one.id, one.attempts) for one in waiting} == {(one.id, 0) for one in lost}

    def test_a_code_that_is_over_is_not_sent_again(self, staff):
        over = make_message(given_up_at=now(), secret_until=now())
        wiped = make_message(given_up_at=now(), secret_until=now().replace(year=2099), text="")
        keys = [f"{one.owner_id}.{one.id}" for one in (over, wiped)]
        assert left_and_done(staff.post("/office/messages/batch", {"pick": keys})) == (2, 0)
        assert messages(state=MessageState.WAITING).items == []
