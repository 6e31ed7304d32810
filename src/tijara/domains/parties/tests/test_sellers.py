"""What is promised of sellers and their people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.domains.markets.testing import make_market
from tijara.domains.parties.actions import (
    IdentityInvalid,
    SellerInvalid,
    SellerUnknown,
    add_member,
    declare_identity,
    open_seller,
)
from tijara.domains.parties.queries import (
    all_sellers,
    legal_identities,
    member_of,
    memberships,
    roles_of,
    seller_terms,
    sellers_of,
)
from tijara.domains.parties.rules import is_vat_number, place_in
from tijara.domains.parties.shapes import LegalIdentity, RegisteredAddress, Role
from tijara.domains.parties.testing import make_seller, seller_actor
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.platform.action import NotAllowed

pytestmark = pytest.mark.django_db


def test_a_sellers_terms_are_what_was_agreed():
    seller = make_seller(legal_name="دار \u202eالخزف", vat_number="300000000000003")
    terms = seller_terms([seller, new_id()])
    assert list(terms) == [seller]
    assert terms[seller].legal_name == "دار الخزف"
    assert terms[seller].commission_bp is None and terms[seller].is_active


def test_opening_the_same_seller_twice_keeps_one():
    seller_id = new_id()
    assert make_seller(seller_id=seller_id) == make_seller(seller_id=seller_id) == seller_id
    assert [terms.id for terms in all_sellers()] == [seller_id]


def test_bad_terms_are_refused_field_by_field():
    with pytest.raises(SellerInvalid) as refused:
        make_seller(legal_name=" \u200f", vat_number="٣٠٠", commission_bp=-1)
    assert refused.value.fields == {
        "legal_name": "empty",
        "vat_number": "vat_number_invalid",
        "commission_bp": "out_of_range",
    }


def test_a_person_works_for_the_sellers_he_was_added_to_once():
    person, first, second = new_id(), make_seller(), make_seller()
    for seller in (first, second, first):
        add_member(actor=SYSTEM, person_id=person, seller_id=seller)
    assert sellers_of(person) == [first, second]
    assert sellers_of(new_id()) == []


def test_nobody_joins_a_seller_that_is_not_there():
    with pytest.raises(SellerUnknown):
        add_member(actor=SYSTEM, person_id=new_id(), seller_id=new_id())


@pytest.mark.parametrize(
    ("country", "number", "is_fine"),
    [
        ("SA", "300000000000003", True),
        ("SA", "100000000000003", False),
        ("AE", "100123456700003", True),
        ("AE", "200123456700003", False),
        ("EG", "100531385", True),
        ("EG", "10053138", False),
        ("TN", "1496298TPN000", True),
        ("TN", "TPN", False),
        ("OM", "OM1100001234", True),
        ("OM", "<b>", False),
    ],
)
def test_vat_numbers_are_checked_by_the_rules_of_their_country(country, number, is_fine):
    assert is_vat_number(number, country) is is_fine


def test_people_have_roles():
    owner, clerk, seller = new_id(), new_id(), make_seller()
    add_member(actor=SYSTEM, person_id=owner, seller_id=seller)
    add_member(actor=SYSTEM, person_id=clerk, seller_id=seller, role=Role.CLERK)
    assert [(one.person_id, one.role) for one in memberships(seller)] == [
        (owner, Role.OWNER),
        (clerk, Role.CLERK),
    ]
    assert roles_of(clerk) == {seller: Role.CLERK}
    assert member_of(clerk, seller).role is Role.CLERK
    assert member_of(clerk, make_seller()) is None


def test_sellers_take_in_no_sellers():
    actor = seller_actor(make_seller())
    with pytest.raises(NotAllowed):
        open_seller(actor=actor, market_id=make_market().id, legal_name="آخر")


def declare(seller_id, actor=None, **said):
    known = {"legal_name": "دار الخزف", "vat_number": "310122393500003", "address": "شارع التحلية"}
    identity = LegalIdentity(**(known | said))
    declare_identity(actor=actor or SYSTEM, seller_id=seller_id, identity=identity)


def test_a_seller_says_himself_who_he_is_before_the_law():
    seller = make_seller()
    declare(
        seller,
        seller_actor(seller),
        vat_number=" ٣١٠١٢٢٣٩٣٥٠٠٠٠٣ ",
        registration_number="1010-445566",
        address="شارع التحلية\n\u202eالرياض",
    )
    assert legal_identities([seller])[seller] == LegalIdentity(
        "دار الخزف", "310122393500003", "1010-445566", "شارع التحلية الرياض"
    )


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"legal_name": " "}, {"legal_name": "required"}),
        ({"vat_number": "410122393500003"}, {"vat_number": "vat_number_invalid"}),
        ({"vat_number": "31012239350000"}, {"vat_number": "vat_number_invalid"}),
        ({"address": ""}, {"address": "needed_on_invoices"}),
        ({"registration_number": "<b>"}, {"registration_number": "registration_number_invalid"}),
    ],
)
def test_a_wrong_identity_is_refused_and_the_old_one_stays(said, wrong):
    seller = make_seller()
    declare(seller)
    with pytest.raises(IdentityInvalid) as refused:
        declare(seller, **said)
    assert refused.value.fields == wrong
    assert legal_identities([seller])[seller].vat_number == "310122393500003"


def test_nobody_declares_who_another_seller_is():
    with pytest.raises(NotAllowed):
        declare(make_seller(), seller_actor(make_seller()))
    with pytest.raises(SellerUnknown):
        declare(new_id())


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            "شارع الزل، حي الديرة، الرياض ١٢٦٥٢",
            RegisteredAddress(
                street="شارع الزل", district="حي الديرة", city="الرياض", postcode="12652"
            ),
        ),
        ("King Fahd Road, Riyadh", RegisteredAddress(street="King Fahd Road", city="Riyadh")),
        ("شارع التحلية", RegisteredAddress(street="شارع التحلية")),
        ("", RegisteredAddress()),
    ],
)
def test_an_address_in_one_line_is_told_in_parts(written, told):
    assert place_in(written) == told


@given(
    st.builds(
        RegisteredAddress,
        building=st.sampled_from(["", "4321"]),
        street=st.just("شارع الملك فهد"),
        district=st.sampled_from(["", "العليا"]),
        city=st.just("الرياض"),
        region=st.sampled_from(["", "نجد"]),
        postcode=st.just("12211"),
    )
)
def test_what_was_written_from_parts_is_read_back(place):
    assert place_in(str(place)) == place
