"""Who is in a group, and how he came to be."""

import pytest

from tijara.domains.accounts.queries import account
from tijara.domains.accounts.testing import make_account
from tijara.domains.groups.actions import (
    GroupInvalid,
    GroupOver,
    NoAddresses,
    add_members,
    drop_member,
    end_group,
    place_in_groups,
    save_group,
)
from tijara.domains.groups.queries import groups_for_shops, groups_in, groups_of_buyer, members_of
from tijara.domains.groups.rules import addresses_in
from tijara.domains.groups.shapes import GroupDraft, GroupRule, JoinedBy
from tijara.domains.groups.testing import make_group
from tijara.domains.markets.testing import make_market
from tijara.domains.parties.actions import open_customer
from tijara.domains.parties.queries import person_of_buyer
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import BUYER_POWERS, VISITOR_POWERS
from tijara.platform.action import NotAllowed

pytestmark = pytest.mark.django_db


def person():
    """The own buyer's id of somebody with an account."""
    actor = Actor(ActorKind.BUYER, make_account(), powers=VISITOR_POWERS)
    return open_customer(actor=actor)


def email_of(buyer_id):
    return account(person_of_buyer(buyer_id)).email


@pytest.fixture
def market_id():
    return make_market().id


def add(market_id, group_id, text):
    return add_members(actor=SYSTEM, market_id=market_id, group_id=group_id, text=text)


class TestMembers:
    def test_a_list_brings_in_who_has_an_account(self, market_id):
        group, one, two = make_group(market_id), person(), person()
        text = f"Name,Address\nSalma,{email_of(one).upper()}; <{email_of(two)}>,nobody@example.com"
        added = add(market_id, group, text)
        assert (added.joined, added.known, added.unknown) == (2, 0, ("nobody@example.com",))
        assert add(market_id, group, email_of(one)).known == 1
        assert {each.by for each in members_of(group).items} == {JoinedBy.LIST}
        for _ in range(2):
            drop_member(actor=SYSTEM, market_id=market_id, group_id=group, buyer_id=one)
        assert [each.buyer_id for each in members_of(group).items] == [two]

    def test_no_address_and_another_rule_take_nobody(self, market_id):
        with pytest.raises(NoAddresses):
            add(market_id, make_group(market_id), "nobody at all")
        with pytest.raises(GroupOver):
            add(market_id, make_group(market_id, rule=GroupRule.COMPANIES), "a@example.com")
        with pytest.raises(GroupOver):
            add(new_id(), make_group(market_id), "a@example.com")

    def test_a_tier_moves_whom_it_brought_and_not_whom_staff_named(self, market_id):
        one, silver, gold = person(), make_group(market_id), make_group(market_id)
        add(market_id, silver, email_of(one))
        for group in (gold, None):
            place_in_groups(actor=SYSTEM, buyer_id=one, among=(silver, gold), group_id=group)
            mine = {silver, gold} if group else {silver}
            assert groups_of_buyer(one, (silver, gold)) == mine

    def test_addresses_are_read_as_people_paste_them(self):
        text = 'سلمى <A@x.sa>، "b@y.com"\tb@y.com\nnot-one c@z'
        assert addresses_in(text) == ["a@x.sa", "b@y.com"]


class TestRules:
    def test_companies_and_newcomers_are_looked_at_when_asked(
        self, market_id, django_assert_num_queries
    ):
        firms = make_group(market_id, rule=GroupRule.COMPANIES)
        fresh = make_group(market_id, rule=GroupRule.NEWCOMERS)
        groups_in(market_id)
        with django_assert_num_queries(0):
            assert groups_of_buyer(new_id(), (firms, fresh)) == frozenset()
            assert groups_of_buyer(new_id(), (firms, fresh), is_company=True) == {firms}
            assert groups_of_buyer(new_id(), (firms,), is_newcomer=True) == frozenset()

    def test_shops_see_what_is_opened_to_them(self, market_id):
        make_group(market_id, is_for_shops=False)
        opened = make_group(market_id)
        assert [one.id for one in groups_for_shops(market_id)] == [opened]

    def test_what_is_ended_has_nobody_in_it(self, market_id):
        one = person()
        group = make_group(market_id, members=(one,))
        for _ in range(2):
            end_group(actor=SYSTEM, market_id=market_id, group_id=group)
        assert groups_of_buyer(one, (group,)) == frozenset()
        with pytest.raises(GroupOver):
            draft = GroupDraft("من جديد")
            save_group(actor=SYSTEM, market_id=market_id, group_id=group, draft=draft)

    def test_only_staff_write_them_and_with_a_name(self, market_id):
        buyer = Actor(ActorKind.BUYER, owner_id=new_id(), powers=BUYER_POWERS)
        which = {"market_id": market_id, "group_id": new_id()}
        with pytest.raises(NotAllowed):
            save_group(actor=buyer, **which, draft=GroupDraft("فئة"))
        with pytest.raises(GroupInvalid):
            save_group(actor=SYSTEM, **which, draft=GroupDraft("", rule="moon"))
