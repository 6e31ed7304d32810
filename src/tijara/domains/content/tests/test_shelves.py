"""The shelves of a front page: its own until somebody arranges them, then his, in his order."""

from datetime import date, timedelta
from io import BytesIO
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.domains.catalogue.testing import make_product
from tijara.domains.content.actions import (
    LastShelf,
    ProductUnknown,
    ShelfFull,
    ShelfInvalid,
    ShelfUnknown,
    TooManyShelves,
    move_shelf,
    pick_product,
    put_product_back,
    put_up_shelf,
    take_down_shelf,
)
from tijara.domains.content.models import Shelf as Row
from tijara.domains.content.queries import shelf, shelves, shelves_shown
from tijara.domains.content.rules import AT_FIRST, MOST_SHELVES, checked_shelf, put_at
from tijara.domains.content.shapes import MOST_PICKED, MOST_SHELVES_SHOWN, ShelfDraft, ShelfSource
from tijara.domains.content.testing import make_shelf
from tijara.domains.markets.testing import make_market
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.pictures import made_picture
from tijara.kit.powers import STAFF_ROLES
from tijara.platform.action import NotAllowed
from tijara.platform.pictures.shelf import file_at
from tijara.platform.pictures.tests.samples import picture

TODAY = date(2026, 11, 26)
DAY = timedelta(days=1)
S = ShelfSource


@pytest.fixture
def sa(db):
    return make_market()


def sources(market) -> list[ShelfSource]:
    return [one.source for one in shelves(market.id)]


def change(market, shelf_id, source, **told) -> None:
    draft = ShelfDraft(source=source, **told)
    put_up_shelf(actor=SYSTEM, market_id=market.id, shelf_id=shelf_id, draft=draft)


def test_a_page_that_nobody_has_arranged_has_shelves_of_its_own(sa):
    assert sources(sa) == list(AT_FIRST) and not Row.objects.exists()
    assert [one.source for one in shelves_shown(sa.id, TODAY)] == list(AT_FIRST)


def test_the_first_change_keeps_what_stood_there(sa):
    make_shelf(sa.id, S.PICKED)
    assert sources(sa) == [*AT_FIRST, S.PICKED]
    last = shelves(sa.id)[-1]
    for _ in range(2):
        move_shelf(actor=SYSTEM, market_id=sa.id, shelf_id=last.id, place=1)
        assert sources(sa) == [S.PICKED, *AT_FIRST]
    move_shelf(actor=SYSTEM, market_id=sa.id, shelf_id=last.id, place=99)
    assert sources(sa) == [*AT_FIRST, S.PICKED]


def test_a_shelf_of_the_pages_own_is_changed_under_its_id(sa):
    first = shelves(sa.id)[0]
    change(sa, first.id, S.POPULAR, heading_ar="يحبّها الناس", is_on=False)
    assert sources(sa) == list(AT_FIRST)
    assert shelf(sa.id, first.id).heading_ar == "يحبّها الناس"
    assert [one.source for one in shelves_shown(sa.id, TODAY)] == [S.REDUCED, S.NEW]


def test_the_last_one_stays(sa):
    *others, last = shelves(sa.id)
    for one in others:
        for _ in range(2):
            take_down_shelf(actor=SYSTEM, market_id=sa.id, shelf_id=one.id)
    with pytest.raises(LastShelf):
        take_down_shelf(actor=SYSTEM, market_id=sa.id, shelf_id=last.id)
    assert sources(sa) == [last.source]


def test_they_stand_on_their_days_and_no_more_than_fit(sa):
    coming = make_shelf(sa.id, S.NEW, shown_from=TODAY + DAY)
    over = make_shelf(sa.id, S.NEW, shown_until=TODAY - DAY)
    for _ in range(MOST_SHELVES_SHOWN):
        make_shelf(sa.id, S.NEW, shown_from=TODAY, shown_until=TODAY)
    shown = {one.id for one in shelves_shown(sa.id, TODAY)}
    assert len(shown) == MOST_SHELVES_SHOWN and not shown & {coming.id, over.id}


def test_it_leads_to_a_department_or_a_store_that_is_there(sa):
    make_product()
    store = make_store()
    assert make_shelf(sa.id, S.DEPARTMENT, place="coffee-and-hosting").place
    assert make_shelf(sa.id, S.STORE, place=str(store.seller_id)).heading_ar
    for source, place in ((S.DEPARTMENT, "nowhere"), (S.STORE, str(uuid4())), (S.BRAND, " ")):
        with pytest.raises(ShelfInvalid) as refused:
            change(sa, new_id(), source, place=place)
        assert refused.value.fields == {"place": "unknown"}


@pytest.mark.parametrize(
    ("source", "told", "fault"),
    [
        (S.PICKED, {}, "heading_ar"),
        (S.NEW, {"heading_en": "x" * 81}, "heading_en"),
        (S.NEW, {"shown_from": TODAY, "shown_until": TODAY - DAY}, "shown_until"),
    ],
)
def test_what_is_wrong_is_said(sa, source, told, fault):
    with pytest.raises(ShelfInvalid) as refused:
        change(sa, new_id(), source, **told)
    assert list(refused.value.fields) == [fault] and not Row.objects.exists()


def test_where_its_goods_come_from_stays(sa):
    one = make_shelf(sa.id, S.NEW)
    with pytest.raises(ShelfInvalid):
        change(sa, one.id, S.REDUCED)


def test_products_are_picked_in_an_order_and_put_back(sa):
    one = make_shelf(sa.id, S.PICKED)
    picked = [make_product().product_id for _ in range(3)]

    def pick(product_id: UUID, **place) -> None:
        pick_product(actor=SYSTEM, market_id=sa.id, shelf_id=one.id, product_id=product_id, **place)

    for product_id in (*picked, picked[0]):
        pick(product_id)
    assert shelf(sa.id, one.id).products == (*picked[1:], picked[0])
    pick(picked[0], place=1)
    assert shelf(sa.id, one.id).products == tuple(picked)
    for _ in range(2):
        put_product_back(actor=SYSTEM, market_id=sa.id, shelf_id=one.id, product_id=picked[1])
    assert shelf(sa.id, one.id).products == (picked[0], picked[2])
    with pytest.raises(ProductUnknown):
        pick(new_id())
    Row.objects.filter(id=one.id).update(products=[new_id() for _ in range(MOST_PICKED)])
    with pytest.raises(ShelfFull):
        pick(picked[0])


def test_nothing_is_picked_for_a_shelf_that_fills_itself(sa):
    one = make_shelf(sa.id, S.NEW)
    product = make_product().product_id
    for shelf_id in (one.id, new_id()):
        with pytest.raises(ShelfUnknown):
            pick_product(actor=SYSTEM, market_id=sa.id, shelf_id=shelf_id, product_id=product)


def test_markets_keep_to_their_own(sa):
    other = make_market(slug="eg", country="EG", currency="EGP")
    one = make_shelf(sa.id, S.NEW)
    with pytest.raises(ShelfUnknown):
        change(other, one.id, S.NEW)
    with pytest.raises(ShelfUnknown):
        move_shelf(actor=SYSTEM, market_id=other.id, shelf_id=one.id, place=1)
    take_down_shelf(actor=SYSTEM, market_id=other.id, shelf_id=one.id)
    assert shelf(sa.id, one.id) == one and sources(other) == list(AT_FIRST)


def test_there_can_be_too_many(sa):
    for _ in range(MOST_SHELVES - len(AT_FIRST)):
        make_shelf(sa.id, S.NEW)
    with pytest.raises(TooManyShelves):
        make_shelf(sa.id, S.NEW)


def test_only_who_manages_markets_may(sa):
    support = Actor(ActorKind.STAFF, new_id(), powers=STAFF_ROLES["support"])
    one = shelves(sa.id)[0]
    given_ = {"actor": support, "market_id": sa.id, "shelf_id": one.id}
    for act, more in (
        (put_up_shelf, {"draft": ShelfDraft(source=S.NEW)}),
        (move_shelf, {"place": 1}),
        (take_down_shelf, {}),
        (pick_product, {"product_id": new_id()}),
        (put_product_back, {"product_id": new_id()}),
    ):
        with pytest.raises(NotAllowed):
            act(**given_, **more)


@given(st.lists(st.integers(), unique=True, min_size=1), st.data(), st.integers(-3, 30))
def test_moving_loses_nothing_and_is_done_once(things, data, place):
    moved = data.draw(st.sampled_from(things))
    after = put_at(things, moved, place)
    assert sorted(after) == sorted(things) and put_at(after, moved, place) == after
    assert [one for one in after if one != moved] == [one for one in things if one != moved]
    assert after.index(moved) == min(max(place, 1), len(things)) - 1


@given(st.sampled_from(S), st.text(max_size=90), st.text(max_size=300))
def test_a_sound_shelf_stays_as_it_is(source, heading, place):
    tidy, faults = checked_shelf(ShelfDraft(source=source, heading_ar=heading, place=place))
    if not faults:
        assert checked_shelf(tidy) == (tidy, {})


def is_kept(name: str) -> bool:
    return file_at(made_picture(name).address(160, "webp")) is not None


def test_a_picture_stays_until_another_takes_its_place_or_it_is_taken_away(sa):
    shown = make_shelf(sa.id, S.PICKED)
    given = {"actor": SYSTEM, "market_id": sa.id, "shelf_id": shown.id}
    draft = ShelfDraft(source=S.PICKED, heading_ar="ليلة")
    put_up_shelf(**given, draft=draft, picture=BytesIO(picture("JPEG", (1280, 960))))
    put_up_shelf(**given, draft=draft)
    made = shelf(sa.id, shown.id).picture
    assert not shown.picture and is_kept(made)
    with pytest.raises(ShelfInvalid):
        put_up_shelf(**given, draft=ShelfDraft(source=S.PICKED), artwork="")
    assert shelf(sa.id, shown.id).picture == made, "what was refused changes nothing"
    put_up_shelf(**given, draft=draft, artwork="")
    assert shelf(sa.id, shown.id).picture == "" and not is_kept(made)
    put_up_shelf(**given, draft=draft, picture=BytesIO(picture("PNG", (640, 480))))
    last = shelf(sa.id, shown.id).picture
    take_down_shelf(actor=SYSTEM, market_id=sa.id, shelf_id=shown.id)
    assert not is_kept(last)
