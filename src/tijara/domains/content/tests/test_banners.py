"""What an operator puts up: on its days, in its order, within its market, with its picture."""

import io
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.domains.content.actions import (
    BannerInvalid,
    BannerUnknown,
    TooManyBanners,
    put_up_banner,
    take_down_banner,
)
from tijara.domains.content.queries import banner, banners, banners_shown
from tijara.domains.content.rules import MOST_BANNERS, checked_banner
from tijara.domains.content.shapes import Banner, BannerDraft, Standing
from tijara.domains.content.testing import make_banner
from tijara.domains.markets.testing import make_market
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.pictures import made_picture
from tijara.kit.powers import STAFF_ROLES
from tijara.platform.action import NotAllowed
from tijara.platform.files import FileNotAccepted
from tijara.platform.pictures.shelf import file_at
from tijara.platform.pictures.tests.samples import picture

TODAY = date(2026, 11, 26)
DAY = timedelta(days=1)
OWN = "https://souq.example"
days = st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31))


@pytest.fixture
def sa(settings, tmp_path, db):
    settings.MEDIA_ROOT = tmp_path
    return make_market()


def put(market, banner_id, **given) -> None:
    draft = BannerDraft(
        heading_ar=given.pop("heading_ar", "هدايا"), link=given.pop("link", "/c/gifts")
    )
    content = given.pop("picture", b"")
    more = {"picture": io.BytesIO(content)} if content else {}
    actor = given.pop("actor", SYSTEM)
    put_up_banner(
        actor=actor, market_id=market.id, banner_id=banner_id, draft=draft, **more, **given
    )


def is_kept(name: str) -> bool:
    return file_at(made_picture(name).address(160, "webp")) is not None


def test_they_stand_on_their_days_in_their_order_and_no_more_than_fit(sa):
    second = make_banner(sa.id, position=2, shown_from=TODAY, shown_until=TODAY)
    first = make_banner(sa.id, position=1)
    third = make_banner(sa.id, position=3)
    make_banner(sa.id, position=4)
    make_banner(sa.id, is_on=False)
    make_banner(sa.id, shown_from=TODAY + DAY)
    make_banner(sa.id, shown_until=TODAY - DAY)
    other = make_market("eg", country="EG", currency="EGP")
    assert [one.id for one in banners_shown(sa.id, TODAY)] == [first.id, second.id, third.id]
    assert second.id not in {one.id for one in banners_shown(sa.id, TODAY + DAY)}
    assert len(banners(sa.id)) == 7 and banners_shown(other.id, TODAY) == []


@given(days, days, st.booleans(), st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_a_state_says_what_the_page_shows(begin, end, is_on, day):
    told = Banner(
        id=new_id(),
        market_id=new_id(),
        picture="x",
        heading_ar="x",
        is_on=is_on,
        shown_from=begin,
        shown_until=end,
    )
    stands = is_on and (begin is None or begin <= day) and (end is None or day <= end)
    assert (told.state_on(day) is Standing.SHOWN) is stands


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("/c/gifts", "/c/gifts"),
        (f"{OWN}/search?reduced=1", "/search?reduced=1"),
        (OWN, "/"),
        ("", ""),
        ("//evil.example", None),
        ("/\\evil.example", None),
        ("https://evil.example/", None),
        (f"{OWN}.evil.example/", None),
        ("javascript:alert(1)", None),
        ("/c/a b", None),
    ],
)
def test_a_banner_leads_within_its_market_only(typed, kept):
    tidy, faults = checked_banner(BannerDraft(heading_ar="هدايا", link=typed), OWN)
    if kept:
        assert (tidy.link, faults) == (kept, {})
    else:
        assert set(faults) == {"link"}


def test_what_is_wrong_is_said_at_its_field():
    told = BannerDraft(
        heading_ar=" \u202e ",
        words_fr="x" * 241,
        link="/c",
        position=0,
        shown_from=TODAY,
        shown_until=TODAY - DAY,
    )
    assert set(checked_banner(told, OWN)[1]) == {
        "heading_ar", "words_fr", "position", "shown_until",
    }  # fmt: skip


def test_a_banner_has_a_picture_and_a_new_one_takes_its_place(sa):
    banner_id = new_id()
    with pytest.raises(BannerInvalid) as refused:
        put(sa, banner_id)
    assert refused.value.fields == {"picture": "empty"}
    put(sa, banner_id, picture=picture("JPEG", (1280, 960)))
    first = banner(sa.id, banner_id).picture
    put(sa, banner_id, heading_ar="هدايا العيد")
    assert banner(sa.id, banner_id).picture == first and is_kept(first)
    put(sa, banner_id, picture=picture("PNG", (640, 480)))
    second = banner(sa.id, banner_id).picture
    assert is_kept(second) and not is_kept(first)
    with pytest.raises(FileNotAccepted):
        put(sa, banner_id, picture=b"no picture")
    take_down_banner(actor=SYSTEM, market_id=sa.id, banner_id=banner_id)
    take_down_banner(actor=SYSTEM, market_id=sa.id, banner_id=banner_id)
    assert banner(sa.id, banner_id) is None and not is_kept(second)


def test_sent_twice_it_is_one_and_of_another_market_it_is_nobodys(sa):
    banner_id = new_id()
    put(sa, banner_id, artwork="tile-gifts")
    put(sa, banner_id, artwork="tile-gifts")
    assert len(banners(sa.id)) == 1
    other = make_market("eg", country="EG", currency="EGP")
    with pytest.raises(BannerUnknown):
        put(other, banner_id, artwork="tile-gifts")
    take_down_banner(actor=SYSTEM, market_id=other.id, banner_id=banner_id)
    assert banner(sa.id, banner_id).heading_ar == "هدايا"


def test_a_market_has_so_many_at_most(sa):
    for _ in range(MOST_BANNERS):
        make_banner(sa.id)
    with pytest.raises(TooManyBanners):
        make_banner(sa.id)


def test_only_who_runs_markets_puts_up(sa):
    support = Actor(ActorKind.STAFF, new_id(), powers=STAFF_ROLES["support"])
    with pytest.raises(NotAllowed):
        put(sa, new_id(), artwork="tile-gifts", actor=support)
