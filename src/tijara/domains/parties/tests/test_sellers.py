"""What is promised of sellers and their people."""

from dataclasses import replace

import pytest

from tijara.domains.markets.testing import make_market
from tijara.domains.parties.actions import (
    SellerInvalid,
    SellerUnknown,
    add_member,
    change_papers,
    open_seller,
)
from tijara.domains.parties.queries import (
    all_sellers,
    member_of,
    memberships,
    roles_of,
    seller_terms,
    sellers_of,
)
from tijara.domains.parties.rules import vat_problem
from tijara.domains.parties.shapes import PartyKind, Role, SellerPapers
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
    ("country", "number", "problem"),
    [
        ("SA", "300000000000003", ""),
        ("SA", "100000000000003", "vat_number_invalid"),
        ("AE", "100123456700003", ""),
        ("AE", "200123456700003", "vat_number_invalid"),
        ("EG", "100531385", ""),
        ("EG", "10053138", "vat_number_invalid"),
        ("TN", "1496298TPN000", ""),
        ("TN", "TPN", "vat_number_invalid"),
        ("OM", "OM1100001234", ""),
        ("OM", "<b>", "vat_number_invalid"),
        ("SA", "", ""),
    ],
)
def test_vat_numbers_are_checked_by_the_rules_of_their_country(country, number, problem):
    assert vat_problem(number, country) == problem


def test_a_seller_changes_his_papers():
    seller = make_seller()
    papers = SellerPapers(
        kind=PartyKind.PERSON,
        legal_name=" مؤسسة الدار ",
        vat_number="٣٠٠ 000000000 003",
        registration_number="1010-123456",
        address="الرياض، حي العليا",
    )
    change_papers(actor=seller_actor(seller), seller_id=seller, papers=papers)
    kept = seller_terms([seller])[seller]
    assert (kept.kind, kept.legal_name) == ("person", "مؤسسة الدار")
    assert (kept.vat_number, kept.registration_number) == ("300000000000003", "1010123456")
    with pytest.raises(SellerInvalid) as refused:
        bad = replace(papers, vat_number="12", legal_name="")
        change_papers(actor=seller_actor(seller), seller_id=seller, papers=bad)
    assert refused.value.fields == {"legal_name": "empty", "vat_number": "vat_number_invalid"}


def test_the_papers_of_another_seller_are_out_of_reach():
    seller, other = make_seller(), make_seller()
    papers = SellerPapers(kind=PartyKind.PERSON, legal_name="غيري")
    with pytest.raises(NotAllowed):
        change_papers(actor=seller_actor(seller), seller_id=other, papers=papers)


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
