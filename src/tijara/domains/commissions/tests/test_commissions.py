"""The list of a market: in its order, never changed but by putting another in the place."""

from datetime import date
from threading import Thread
from uuid import UUID

import pytest
from django.db import connection

from tijara.domains.commissions.actions import (
    NoSuchRule,
    RuleInvalid,
    end_rule,
    move_rule,
    write_rule,
)
from tijara.domains.commissions.queries import (
    commission_rules,
    commissions,
    rules_by_id,
    tried,
)
from tijara.domains.commissions.shapes import CommissionTerms, Miss, SoldLine
from tijara.domains.markets.testing import make_market
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id

pytestmark = pytest.mark.django_db
SELLER = UUID(int=7)


@pytest.fixture
def market():
    return make_market()


def write(market, rate_bp: int, **told) -> UUID:
    rule_id, instead = new_id(), told.pop("instead_of", None)
    terms = CommissionTerms(**{"label": "", "rate_bp": rate_bp} | told)
    write_rule(actor=SYSTEM, market_id=market.id, rule_id=rule_id, terms=terms, instead_of=instead)
    return rule_id


def rates(market) -> list[int]:
    return [one.terms.rate_bp for one in commission_rules(market.id)]


def sold(base: int = 10_000) -> SoldLine:
    return SoldLine(SELLER, new_id(), "home", None, base, 1, base)


def test_vat_on_it_is_the_countrys_of_the_day_unless_the_market_has_its_own(market):
    def vat(terms, on: date) -> int:
        return commissions(terms, None, [sold()], on)[0].vat_minor

    last, first = date(2020, 6, 30), date(2020, 7, 1)
    assert [vat(market, last), vat(market, first)] == [50, 150]
    fixed = make_market(commission_vat_bp=700)
    assert [vat(fixed, last), vat(fixed, first)] == [70, 70]
    assert vat(make_market(commission_vat_bp=0), first) == 0


def test_a_new_rule_is_the_last_and_moves_by_one(market):
    _first, second = write(market, 100), write(market, 200)
    third = write(market, 300)
    assert move_rule(actor=SYSTEM, market_id=market.id, rule_id=third, is_up=True)
    assert rates(market) == [100, 300, 200]
    assert not move_rule(actor=SYSTEM, market_id=market.id, rule_id=second, is_up=False)
    end_rule(actor=SYSTEM, market_id=market.id, rule_id=third)
    assert move_rule(actor=SYSTEM, market_id=market.id, rule_id=second, is_up=True)
    assert rates(market) == [200, 100]


def test_who_edits_puts_another_in_the_place_and_the_old_one_still_explains(market):
    old = write(market, 100)
    write(market, 200)
    write(market, 150, instead_of=old)
    assert rates(market) == [150, 200]
    assert rules_by_id([old])[old].is_ended
    with pytest.raises(NoSuchRule):
        write(market, 170, instead_of=old)
    with pytest.raises(NoSuchRule):
        move_rule(actor=SYSTEM, market_id=market.id, rule_id=old, is_up=True)


def test_the_same_press_twice_is_one_rule(market):
    rule_id = new_id()
    for _press in range(2):
        terms = CommissionTerms("A", 100)
        write_rule(actor=SYSTEM, market_id=market.id, rule_id=rule_id, terms=terms)
    assert rates(market) == [100]


def test_what_contradicts_itself_is_refused_and_nothing_is_kept(market):
    with pytest.raises(RuleInvalid) as refused:
        write(market, 100, floor_minor=5, cap_minor=4)
    assert refused.value.fields == {"cap": "below_the_least"}
    assert not rates(market)


def test_the_seller_s_own_rate_holds_where_no_rule_fits(market):
    today = now().date()
    assert [one.minor for one in commissions(market, 500, [sold()], today)] == [500]
    assert [one.minor for one in commissions(market, None, [sold()], today)] == [
        market.commission_bp
    ]
    write(market, 200)
    assert [one.minor for one in commissions(market, 500, [sold()], today)] == [200]


def test_a_sale_asks_the_database_nothing(market, django_assert_num_queries):
    write(market, 200)
    commissions(market, None, [sold()], now().date())
    with django_assert_num_queries(0):
        commissions(market, None, [sold()], now().date())


def test_trying_out_says_why_the_rules_above_did_not_fit(market):
    write(market, 100, seller_id=new_id())
    fits = write(market, 200)
    told = tried(market, None, sold(), now().date())
    assert told.rule and told.rule.id == fits
    assert [(one.terms.rate_bp, miss) for one, miss in told.missed] == [(100, Miss.SELLER)]
    assert told.commission.minor == 200


@pytest.mark.django_db(transaction=True)
def test_two_who_write_at_once_stand_one_after_the_other(market):
    def one(rate: int) -> None:
        write(market, rate)
        connection.close()

    rivals = [Thread(target=one, args=(rate,)) for rate in (100, 200, 300, 400)]
    for each in rivals:
        each.start()
    for each in rivals:
        each.join()
    assert sorted(rates(market)) == [100, 200, 300, 400]
