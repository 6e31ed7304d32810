"""What a market wears: an accent that can be read, and a logo that is a picture."""

import io

import pytest

from tijara.domains.markets.actions import AccentUnknown, MarketInvalid, change_look, open_market
from tijara.domains.markets.queries import MarketUnknown, market
from tijara.domains.markets.shapes import MarketDraft
from tijara.domains.markets.testing import make_market
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.pictures import made_picture
from tijara.kit.powers import SELLER_POWERS
from tijara.platform.action import NotAllowed
from tijara.platform.files import FileNotAccepted
from tijara.platform.pictures.keeping import PictureUnfit
from tijara.platform.pictures.shelf import file_at
from tijara.platform.pictures.tests.samples import lying_photo, picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def sa(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return make_market()


def dress(market_id, accent="#2a6f4e", logo=b"", **more):
    change_look(
        actor=SYSTEM,
        market_id=market_id,
        accent=accent,
        logo=io.BytesIO(logo) if logo else None,
        **more,
    )


def is_shown(name: str) -> bool:
    return file_at(made_picture(name).address(160, "webp")) is not None


def test_a_market_begins_in_the_look_of_the_house(sa):
    assert (sa.accent, sa.logo) == ("", "")


def test_it_wears_what_it_is_given_and_keeps_it_when_its_terms_change(sa):
    dress(sa.id, "2A6F4E", picture("PNG", (300, 90)))
    worn = market("sa")
    assert worn.accent == "#2a6f4e" and is_shown(worn.logo)
    make_market(delivery_minor=900)
    assert (market("sa").accent, market("sa").logo) == (worn.accent, worn.logo)


def test_a_new_logo_takes_the_place_of_the_old_one(sa):
    dress(sa.id, logo=picture("PNG", (300, 90)))
    old = market("sa").logo
    dress(sa.id, logo=lying_photo())
    new = market("sa").logo
    assert is_shown(new) and not is_shown(old)
    dress(sa.id)
    assert market("sa").logo == new
    dress(sa.id, keeps_logo=False)
    assert market("sa").logo == "" and not is_shown(new)


@pytest.mark.parametrize("accent", ["", "red", "#12", "var(--x)"])
def test_what_is_no_colour_changes_nothing(sa, accent, tmp_path):
    with pytest.raises(AccentUnknown):
        dress(sa.id, accent, picture("PNG", (300, 90)))
    assert market("sa").accent == ""
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == []


@pytest.mark.parametrize(
    ("logo", "refusal"),
    [(b"<svg onload=alert(1)>", FileNotAccepted), (picture("PNG", (63, 400)), PictureUnfit)],
)
def test_what_is_no_logo_leaves_nothing(sa, logo, refusal, tmp_path):
    with pytest.raises(refusal):
        dress(sa.id, logo=logo)
    assert market("sa").accent == ""
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == []


def test_a_logo_for_no_market_leaves_nothing(sa, tmp_path):
    with pytest.raises(MarketUnknown):
        dress(new_id(), logo=picture("PNG", (300, 90)))
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == []


def test_no_seller_dresses_the_market(sa):
    seller = Actor(ActorKind.SELLER, new_id(), new_id(), SELLER_POWERS)
    with pytest.raises(NotAllowed):
        change_look(actor=seller, market_id=sa.id, accent="#2a6f4e", logo=None)


EGYPT = MarketDraft(
    slug="eg",
    name_ar="السوق المصري",
    name_en="Egypt",
    country="EG",
    currency="EGP",
    commission_bp=0,
    commission_vat_bp=0,
    delivery_minor=0,
)


def test_a_market_in_which_nothing_stands_becomes_another(sa):
    for _pressed in range(2):
        assert open_market(actor=SYSTEM, draft=EGYPT, moved_from="sa") == sa.id
    assert (market("eg").currency, market("eg").id) == ("EGP", sa.id)


def test_no_market_moves_to_where_another_stands(sa):
    open_market(actor=SYSTEM, draft=EGYPT)
    with pytest.raises(MarketInvalid) as refused:
        open_market(actor=SYSTEM, draft=EGYPT, moved_from="sa")
    assert refused.value.fields == {"country": "market_stands"}
    assert market("sa").id == sa.id
