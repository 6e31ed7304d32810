"""Who works for a seller, whose a buyer's id is, whom a buyer buys for."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace

import pytest
from django.db import connection

from tijara.domains.accounts.actions import change_profile
from tijara.domains.accounts.testing import make_account
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.messaging.shapes import Addressee
from tijara.domains.parties.actions import (
    CustomerInvalid,
    IsMember,
    LastOwner,
    NoSuchInvitation,
    NoSuchMember,
    add_member,
    adopt_guest,
    answer_invitation,
    change_customer,
    change_role,
    invite_member,
    keep_order,
    open_customer,
    remove_member,
    withdraw_invitation,
)
from tijara.domains.parties.queries import (
    addressee_of_buyer,
    buyers_of,
    company_address_parts,
    customer,
    invitations_of,
    invitations_to,
    kept_orders,
    member_of,
    place_faults,
    roles_of,
)
from tijara.domains.parties.shapes import CustomerPapers, PartyKind, Role
from tijara.domains.parties.testing import REGISTERED, buyer_actor, make_seller, seller_actor
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import SELLER_POWERS, SELLER_ROLES, VISITOR_POWERS, Power
from tijara.platform.action import NotAllowed

pytestmark = pytest.mark.django_db
PHONE = "+966551234567"


def person(person_id=None) -> Actor:
    return Actor(ActorKind.BUYER, person_id or new_id(), powers=VISITOR_POWERS)


def owner_of(seller_id):
    person_id = new_id()
    add_member(actor=SYSTEM, person_id=person_id, seller_id=seller_id)
    return seller_actor(seller_id, person_id)


def invite(actor: Actor, recipient: str = PHONE, role: Role = Role.CLERK, seller_id=None) -> None:
    invite_member(
        actor=actor,
        seller_id=seller_id or actor.owner_id,
        store="دار الخزف",
        recipient=recipient,
        role=role,
        language="ar",
    )


def test_who_was_invited_joins_by_saying_yes():
    owner = owner_of(make_seller())
    invite(owner)
    [asked] = invitations_to([PHONE])
    assert "دار الخزف" in recent_messages(1)[0].text
    invited = make_account(phone=PHONE)
    answer_invitation(actor=person(invited), invitation_id=asked.id, accepts=True)
    assert roles_of(invited) == {owner.owner_id: Role.CLERK}
    assert invitations_of(owner.owner_id) == []
    with pytest.raises(NoSuchInvitation):
        answer_invitation(actor=person(invited), invitation_id=asked.id, accepts=True)


def test_nobody_accepts_what_was_sent_to_another():
    owner = owner_of(make_seller())
    invite(owner)
    [asked] = invitations_of(owner.owner_id)
    for stranger in (make_account(), new_id()):
        with pytest.raises(NoSuchInvitation):
            answer_invitation(actor=person(stranger), invitation_id=asked.id, accepts=True)


def test_asked_again_there_is_one_invitation_and_one_message_a_day():
    owner = owner_of(make_seller())
    invite(owner)
    invite(owner, role=Role.MANAGER)
    [asked] = invitations_of(owner.owner_id)
    assert asked.role is Role.MANAGER
    assert len(recent_messages(5, recipient=PHONE)) == 1
    withdraw_invitation(actor=owner, seller_id=owner.owner_id, invitation_id=asked.id)
    withdraw_invitation(actor=owner, seller_id=owner.owner_id, invitation_id=asked.id)
    assert invitations_of(owner.owner_id) == []


def test_who_works_here_is_not_invited():
    owner = owner_of(make_seller())
    known = make_account(phone=PHONE)
    add_member(actor=SYSTEM, person_id=known, seller_id=owner.owner_id)
    with pytest.raises(IsMember):
        invite(owner)


def test_only_owners_name_people():
    seller = make_seller()
    for role in ("manager", "clerk"):
        hand = Actor(ActorKind.SELLER, new_id(), seller, SELLER_ROLES[role])
        with pytest.raises(NotAllowed):
            invite(hand)
    with pytest.raises(NotAllowed):
        invite(owner_of(seller), seller_id=make_seller())
    assert SELLER_ROLES["owner"] == SELLER_POWERS
    assert Power.SELLER_IDENTITY not in SELLER_ROLES["manager"]
    assert Power.OFFERS_MANAGE not in SELLER_ROLES["clerk"]


def test_the_last_owner_stays():
    owner = owner_of(make_seller())
    seller, me = owner.owner_id, owner.person_id
    for do in (
        lambda: remove_member(actor=owner, seller_id=seller, person_id=me),
        lambda: change_role(actor=owner, seller_id=seller, person_id=me, role=Role.CLERK),
    ):
        with pytest.raises(LastOwner):
            do()
    other = new_id()
    add_member(actor=SYSTEM, person_id=other, seller_id=seller, role=Role.CLERK)
    change_role(actor=owner, seller_id=seller, person_id=other, role=Role.OWNER)
    remove_member(actor=owner, seller_id=seller, person_id=me)
    assert member_of(me, seller) is None
    with pytest.raises(NoSuchMember):
        remove_member(actor=owner, seller_id=seller, person_id=me)


@pytest.mark.django_db(transaction=True)
def test_two_owners_can_not_unseat_each_other_at_once():
    seller = make_seller()
    owners = [owner_of(seller) for _ in range(2)]

    def unseat(pair) -> bool:
        actor, victim = pair
        try:
            remove_member(actor=actor, seller_id=seller, person_id=victim.person_id)
        except LastOwner:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(unseat, [(owners[0], owners[1]), (owners[1], owners[0])]))
    assert sorted(done) == [False, True]


@pytest.mark.django_db(transaction=True)
def test_a_person_has_one_buyers_id_of_his_own():
    me = person()

    def ask(_):
        try:
            return open_customer(actor=me)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(ask, range(8)))) == 1


def test_a_guest_is_whose_who_came_first():
    first, second, guest = person(), person(), new_id()
    home = open_customer(actor=first)
    assert adopt_guest(actor=first, guest_id=guest)
    assert adopt_guest(actor=first, guest_id=guest)
    assert not adopt_guest(actor=second, guest_id=guest)
    assert not adopt_guest(actor=second, guest_id=home)
    assert buyers_of(first.person_id) == [home, guest]
    assert buyers_of(second.person_id) == []


def test_an_order_is_kept_once():
    me, key = person(), (new_id(), new_id())
    for _ in range(2):
        keep_order(actor=me, seller_id=key[0], order_id=key[1])
    assert kept_orders(me.person_id) == [key]
    assert kept_orders(new_id()) == []


def test_a_buyer_says_whom_he_buys_for():
    buyer = new_id()
    assert customer(buyer) == CustomerPapers()
    agency = CustomerPapers(PartyKind.AGENCY, "أمانة الرياض", agency_code="٠١٢-٣٤٥")
    change_customer(actor=buyer_actor(buyer), buyer_id=buyer, papers=agency, country="SA")
    assert customer(buyer).agency_code == "012345"
    with pytest.raises(CustomerInvalid) as refused:
        wrong = CustomerPapers(PartyKind.COMPANY, "", vat_number="1")
        change_customer(actor=buyer_actor(buyer), buyer_id=buyer, papers=wrong, country="SA")
    assert refused.value.fields == {"legal_name": "required", "vat_number": "vat_number_invalid"}
    with pytest.raises(NotAllowed):
        other = buyer_actor(new_id())
        change_customer(actor=other, buyer_id=buyer, papers=agency, country="SA")


@pytest.mark.parametrize(
    ("own", "wish"),
    [
        ({"email": "own@example.com"}, "sms"),
        ({"email": "own@example.com"}, "whatsapp"),
        ({"phone": "+966500000001"}, "email"),
        ({"email": "own@example.com", "phone": "+966500000001"}, "email"),
    ],
)
def test_addressee_of_buyer_with_a_wish_is_himself_not_his_friend(own, wish):
    """What he left with a present may be of who receives it; the letters open his order."""
    buyer = person(make_account(**own))
    guest_id = new_id()
    adopt_guest(actor=buyer, guest_id=guest_id)
    change_profile(actor=buyer, name="نورة", language="ar", wish=wish)
    told = addressee_of_buyer(guest_id, email="friend@example.com", phone=PHONE)
    assert told == Addressee(wish=wish, **own)


def test_addressee_of_buyer_without_a_wish_is_at_what_he_left():
    buyer = person(make_account(email="own@example.com"))
    guest_id = new_id()
    left = {"email": "", "phone": PHONE}
    assert addressee_of_buyer(guest_id, **left) == Addressee("", PHONE)
    adopt_guest(actor=buyer, guest_id=guest_id)
    assert addressee_of_buyer(guest_id, **left) == Addressee("own@example.com", PHONE)


@pytest.mark.parametrize(
    ("country", "changes", "faults"),
    [
        ("SA", {}, {}),
        ("SA", {"building": "٣٢٤٢", "postcode": "١٢٢ ١١"}, {}),
        ("SA", {"building": "32"}, {"building": "four_digits"}),
        ("SA", {"district": "", "postcode": ""}, {"district": "required", "postcode": "required"}),
        ("SA", {"extra": ""}, {}),
        ("EG", {}, {"region": "required"}),
        ("EG", {"region": "القاهرة", "district": "x" * 900}, {}),
        ("AE", {"region": "دبي"}, {"region": "unknown"}),
        ("AE", {"region": "DXB", "city": " \u200f"}, {"city": "required"}),
        ("MA", {"building": "", "street": "x" * 121}, {"street": "too_long"}),
    ],
)
def test_a_company_is_registered_as_its_country_writes_addresses(country, changes, faults):
    place, found = place_faults(replace(REGISTERED, **changes), country)
    assert found == faults
    if not faults:
        asked = {one.name for one in company_address_parts(country)}
        told = {name for name, said in asdict(place).items() if said}
        assert told <= asked and place.city in str(place)


def test_a_companys_address_is_kept_in_its_parts():
    buyer = new_id()
    papers = CustomerPapers(PartyKind.COMPANY, "شركة", place=REGISTERED)
    change_customer(actor=buyer_actor(buyer), buyer_id=buyer, papers=papers, country="SA")
    kept = customer(buyer)
    assert kept.place == REGISTERED and kept.address == str(REGISTERED)
