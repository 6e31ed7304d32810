"""The operator's people and who wants to sell: each role sees and does its part."""

import pytest

from tijara.domains.accounts.queries import account_by_recipient
from tijara.domains.accounts.queries import staff as staff_people
from tijara.domains.accounts.shapes import StaffRole
from tijara.domains.accounts.testing import make_account
from tijara.domains.markets.testing import make_market
from tijara.domains.parties.queries import roles_of
from tijara.domains.parties.shapes import LegalIdentity
from tijara.domains.stores.actions import apply_to_sell
from tijara.domains.stores.queries import application_of
from tijara.domains.stores.shapes import ApplicationDraft
from tijara.faces.back_office.tests.conftest import signed_in
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.powers import VISITOR_POWERS

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = "+966551234567"


@pytest.mark.parametrize(
    ("role", "opens", "closed"),
    [
        (
            StaffRole.SUPPORT,
            ["/office/orders", "/office/messages"],
            ["/office/audit", "/office/people", "/office/applications", "/office/payments"],
        ),
        (
            StaffRole.FINANCE,
            ["/office/orders", "/office/audit", "/office/applications"],
            ["/office/people", "/office/events"],
        ),
        (StaffRole.ADMIN, ["/office/people", "/office/events", "/office/audit"], []),
    ],
)
def test_each_role_opens_its_doors_and_sees_no_others(role, opens, closed):
    make_market()
    client = signed_in(staff_role=role)
    shown = client.get("/office/").content.decode()
    for path in opens:
        assert client.get(path).status_code == 200, path
        assert f'href="{path}"' in shown, path
    for path in closed:
        assert client.get(path).status_code == 403, path
        assert client.post(path, {"recipient": PHONE}).status_code in (403, 405), path
        assert f'href="{path}"' not in shown, path


def test_somebody_is_let_in_by_phone_and_let_go(staff):
    make_market()
    assert staff.post("/office/people", {"recipient": "0551234567", "role": "finance"})
    person = account_by_recipient(PHONE)
    assert (person.staff_role, person.has_password) == ("finance", False)
    staff.post(f"/office/people/{person.id}/role", {"role": "support"})
    assert account_by_recipient(PHONE).staff_role == "support"
    staff.post(f"/office/people/{person.id}/role", {"role": ""})
    assert not account_by_recipient(PHONE).is_operator


def test_a_known_account_becomes_staff_and_keeps_its_password(staff):
    make_market()
    make_account(phone=PHONE)
    staff.post("/office/people", {"recipient": PHONE, "role": "support"})
    assert account_by_recipient(PHONE).has_password
    assert account_by_recipient(PHONE).staff_role == "support"


def test_the_last_administrator_stays(staff):
    [me] = _admins()
    staff.post(f"/office/people/{me.id}/role", {"role": ""})
    staff.post(f"/office/people/{me.id}/role", {"role": "support"})
    assert _admins() == [me]


def test_an_application_is_read_approved_and_its_words_are_text(staff):
    person, asked = _asked("ركن <b>البخور")
    path = f"/office/applications/{asked}"
    shown = staff.get(path).content.decode()
    assert "ركن &lt;b&gt;البخور" in shown
    assert 'value="rukn-b-al-bakhoor"' in shown, "an address is proposed"
    assert staff.post(f"{path}/approval", {"slug": "ركن"}).status_code == 422
    assert staff.post(f"{path}/approval", {"slug": "Bukhoor"}).status_code == 303
    assert len(roles_of(person)) == 1
    assert staff.post(f"{path}/approval", {"slug": "other"}).status_code == 303
    assert len(roles_of(person)) == 1


def test_an_application_is_rejected_with_a_reason(staff):
    person, asked = _asked()
    path = f"/office/applications/{asked}"
    assert staff.post(f"{path}/rejection", {"reason": ""}).status_code == 422
    assert staff.post(f"{path}/rejection", {"reason": "السجل منتهٍ"}).status_code == 303
    assert application_of(person).reason == "السجل منتهٍ"
    assert "السجل منتهٍ" in staff.get(path).content.decode()


def _admins() -> list:
    return [person for person in staff_people() if person.staff_role == StaffRole.ADMIN]


def _asked(name: str = "ركن البخور"):
    person = make_account()
    actor = Actor(ActorKind.BUYER, person, powers=VISITOR_POWERS)
    draft = ApplicationDraft(name, "sa-jeddah", LegalIdentity("مؤسسة ركن البخور"))
    return person, apply_to_sell(actor=actor, market_id=make_market().id, draft=draft)
