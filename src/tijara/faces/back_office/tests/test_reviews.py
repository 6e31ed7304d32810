"""Staff read what waits and what was reported, take down and put back."""

import pytest

from tijara.domains.accounts.shapes import StaffRole
from tijara.domains.reviews.actions import report_review
from tijara.domains.reviews.queries import review
from tijara.domains.reviews.shapes import ReviewState
from tijara.domains.reviews.testing import make_review
from tijara.domains.stores.testing import make_store
from tijara.faces.back_office.tests.conftest import signed_in
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import BUYER_POWERS

pytestmark = pytest.mark.django_db(transaction=True)


def read(staff, path):
    answer = staff.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.content.decode()


def state(told):
    return review(told.seller_id, told.id).state


def decision(told):
    return f"/office/reviews/{told.seller_id}/{told.id}"


def test_what_waits_is_shown_or_taken_down_and_put_back(staff):
    told = make_review(4, "كلّموني 0551234567", seller_id=make_store().seller_id)
    assert "0551234567" in read(staff, "/office/reviews") and "/office/reviews" in read(
        staff, "/office/"
    )
    assert staff.post(decision(told), {"act": "hide", "view": "waiting"}).status_code == 303
    assert state(told) is ReviewState.WAITING, "nobody has said why"
    staff.post(decision(told), {"act": "hide", "reason": "advertising"})
    assert state(told) is ReviewState.HIDDEN
    assert decision(told) in read(staff, "/office/reviews?view=hidden")
    staff.post(decision(told), {"act": "show", "view": "hidden"})
    assert state(told) is ReviewState.SHOWN
    assert "أبقى تقييمًا" in read(staff, "/office/acts")


def test_what_is_reported_says_why(staff):
    told = make_review(1, "لا تشتروا", seller_id=make_store().seller_id)
    reader = Actor(ActorKind.BUYER, owner_id=new_id(), powers=BUYER_POWERS)
    report_review(
        actor=reader,
        buyer_id=reader.owner_id,
        seller_id=told.seller_id,
        review_id=told.id,
        reason="other",
        words="منافس كتبه",
    )
    assert "<bdi>منافس كتبه</bdi>" in read(staff, "/office/reviews?view=reported")
    staff.post(decision(told), {"act": "show", "view": "reported"})
    assert decision(told) not in read(staff, "/office/reviews?view=reported")


def test_finance_does_not_decide():
    told = make_review(seller_id=make_store().seller_id)
    finance, support = (signed_in(staff_role=one) for one in (StaffRole.FINANCE, StaffRole.SUPPORT))
    assert finance.get("/office/reviews").status_code == 403
    assert finance.post(decision(told), {"act": "show"}).status_code == 403
    assert support.get("/office/reviews").status_code == 200
