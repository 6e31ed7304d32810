"""The price that is found, whatever lists a seller has: docs/algorithms/promotions.md, 1."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tijara.domains.groups.testing import make_group
from tijara.domains.markets.testing import make_market
from tijara.domains.offers.shapes import OfferKey
from tijara.domains.offers.testing import make_offer
from tijara.domains.parties.testing import make_seller
from tijara.domains.pricing.actions import add_list_member, save_price_list, set_list_prices
from tijara.domains.pricing.models import Price, PriceList, PriceMember
from tijara.domains.pricing.queries import forget_price_lists, price_ladder, prices_for, steps_of
from tijara.domains.pricing.shapes import (
    Audience,
    Buyer,
    ListTerms,
    Member,
    PriceAsked,
    PriceRow,
)
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.kit.money import Money

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 27)
VAT = "310122393500003"
DAYS = some.integers(-3, 3).map(lambda days: TODAY + timedelta(days))


@dataclass(frozen=True)
class AList:
    """As it is drawn: `rows` by quantity, in hundredths of what the offer asks."""

    audience: Audience
    off_bp: int
    since: date | None
    until: date | None
    is_on: bool
    names_him: bool
    rows: dict[int, int]

    def holds(self) -> bool:
        begun = self.since is None or self.since <= TODAY
        return self.is_on and begun and (self.until is None or self.until >= TODAY)


def a_list(*told) -> AList:
    audience, off_bp, first, second, *rest = told
    since, until = sorted([first, second]) if first and second else (first, second)
    return AList(audience, off_bp, since, until, *rest)


lists = some.lists(
    some.builds(
        a_list,
        some.sampled_from(Audience),
        some.one_of(some.just(0), some.integers(0, 9000)),
        some.none() | DAYS,
        some.none() | DAYS,
        some.sampled_from([True, True, True, False]),
        some.booleans(),
        some.dictionaries(some.integers(1, 12), some.integers(0, 100), max_size=4),
    ),
    max_size=5,
)
buyers = some.tuples(some.booleans(), some.booleans())
"""Whether he buys for a company, and is of the group."""


@dataclass(frozen=True)
class Shop:
    key: OfferKey
    listed: Money
    group_id: UUID
    buyer_id: UUID

    def writes(self, drawn: list[AList]) -> dict[UUID, AList]:
        """Only these."""
        for model in (PriceMember, Price, PriceList):
            model.objects.filter(seller_id=self.key.seller_id).delete()
        forget_price_lists()
        return {self._write(one): one for one in drawn}

    def _write(self, one: AList) -> UUID:
        is_group = one.audience is Audience.GROUP
        terms = ListTerms(
            "قائمة",
            audience=one.audience,
            off_bp=one.off_bp,
            starts_on=one.since,
            ends_on=one.until,
            group_id=self.group_id if is_group else None,
        )
        which = {"actor": SYSTEM, "seller_id": self.key.seller_id}
        list_id = save_price_list(**which, terms=terms, is_active=one.is_on)
        rows = [PriceRow(self.key.offer_id, at, self.row(of)) for at, of in one.rows.items()]
        set_list_prices(**which, list_id=list_id, rows=rows)
        if one.audience is Audience.CHOSEN:
            who = self.buyer_id if one.names_him else new_id()
            add_list_member(**which, list_id=list_id, member=Member(new_id(), "", who))
        return list_id

    def row(self, hundredths: int) -> int:
        return self.listed.minor * hundredths // 100

    def unit_by(self, one: AList, quantity: int) -> int:
        """As a person would reckon it from the words of the document."""
        reached = [at for at in one.rows if at <= quantity]
        if reached:
            return self.row(one.rows[max(reached)])
        off = Decimal(self.listed.minor) * one.off_bp / 10_000
        return self.listed.minor - int(off.quantize(Decimal(1), ROUND_HALF_UP))

    def asked(self, quantity: int) -> PriceAsked:
        return PriceAsked(self.key.seller_id, self.key.offer_id, quantity, self.listed)

    def pays(self, buyer: Buyer, quantity: int) -> tuple[int, UUID | None]:
        found = prices_for(buyer, [self.asked(quantity)], TODAY).get(self.key.offer_id)
        return (found.unit.minor, found.list_id) if found else (self.listed.minor, None)


@pytest.fixture
def shop():
    market = make_market()
    seller_id = make_seller(market)
    offer = make_offer(price_minor=9999, seller_id=seller_id)
    key = OfferKey(seller_id, offer.id)
    return Shop(key, offer.price, make_group(market.id), new_id())


def buyer_of(shop: Shop, told: tuple[bool, bool]) -> Buyer:
    is_company, is_member = told
    groups = frozenset({shop.group_id}) if is_member else frozenset()
    return Buyer(shop.buyer_id, VAT if is_company else "", groups)


def is_for(one: AList, told: tuple[bool, bool]) -> bool:
    is_company, is_member = told
    return {
        Audience.EVERYONE: True,
        Audience.COMPANIES: is_company,
        Audience.GROUP: is_member,
        Audience.CHOSEN: one.names_him,
    }[one.audience]


some_lists = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@some_lists
@given(drawn=lists, told=buyers, quantity=some.integers(1, 14))
def test_it_is_the_lowest_that_any_list_in_force_gives_him(shop, drawn, told, quantity):
    shop.writes(drawn)
    unit, list_id = shop.pays(buyer_of(shop, told), quantity)
    his = [one for one in drawn if one.holds() and is_for(one, told)]
    best = min([shop.unit_by(one, quantity) for one in his], default=shop.listed.minor)
    assert unit == min(best, shop.listed.minor) <= shop.listed.minor
    assert (list_id is None) == (unit == shop.listed.minor)


@some_lists
@given(drawn=lists, told=buyers)
def test_more_pieces_never_cost_more_each_unless_a_list_says_so(shop, drawn, told):
    known = shop.writes(drawn)
    buyer = buyer_of(shop, told)
    paid = [shop.pays(buyer, quantity) for quantity in range(1, 15)]
    for quantity, ((unit, list_id), (dearer, _)) in enumerate(zip(paid, paid[1:], strict=False), 1):
        if dearer > unit:
            said = known[list_id].rows[quantity + 1]
            assert shop.row(said) > unit, "the list by which it was cheaper has a row that is not"


@some_lists
@given(drawn=lists, told=buyers, quantity=some.integers(1, 14))
def test_what_the_seller_is_explained_is_what_is_paid(shop, drawn, told, quantity):
    """The first of his lists that is for this buyer; and each price is the list's own."""
    known = shop.writes(drawn)
    ladder = [(one.id, unit.minor) for one, unit in price_ladder(shop.asked(quantity), TODAY)]
    assert [unit for _, unit in ladder] == sorted(unit for _, unit in ladder)
    assert all(unit == shop.unit_by(known[id], quantity) for id, unit in ladder)
    his = [(unit, id) for id, unit in ladder if is_for(known[id], told)]
    assert shop.pays(buyer_of(shop, told), quantity) == (
        his[0] if his else (shop.listed.minor, None)
    )


@some_lists
@given(drawn=lists)
def test_the_steps_that_everybody_sees_are_what_a_stranger_pays(shop, drawn):
    """Also where a row of more pieces is dearer: no step promises what the cart does not keep."""
    shop.writes(drawn)
    steps = steps_of(shop.key, shop.listed, TODAY)
    for quantity in range(1, 15):
        told = [one.unit.minor for one in steps if one.from_quantity <= quantity]
        unit, _ = shop.pays(Buyer(), quantity)
        assert unit == (told[-1] if told else shop.listed.minor)
