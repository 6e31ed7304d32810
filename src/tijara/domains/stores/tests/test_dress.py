"""What a store's page wears: its own accent or the market's, a logo, a cover."""

import io

import pytest

from tijara.domains.stores.actions import StoreHasNoSeller, StoreInvalid, dress_store
from tijara.domains.stores.queries import forget_stores, stores
from tijara.domains.stores.shapes import StoreLook
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.pictures import made_picture
from tijara.kit.powers import SELLER_POWERS
from tijara.platform.action import NotAllowed
from tijara.platform.files import FileNotAccepted
from tijara.platform.pictures.shelf import file_at
from tijara.platform.pictures.tests.samples import picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def seller_id(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    forget_stores()
    return make_store().seller_id


def dress(seller_id, *, by=None, accent="#8a5a12", **given) -> None:
    pictures = {name: io.BytesIO(given.pop(name)) for name in ("logo", "cover") if name in given}
    actor = Actor(ActorKind.SELLER, new_id(), by or seller_id, SELLER_POWERS)
    look = StoreLook(accent=accent, **pictures, **given)
    dress_store(actor=actor, seller_id=seller_id, look=look)


def worn(seller_id):
    return stores([seller_id])[seller_id]


def is_shown(name: str) -> bool:
    return file_at(made_picture(name).address(160, "webp")) is not None


def test_accent_logo_and_cover(seller_id):
    dress(seller_id, logo=picture("PNG", (128, 128)), cover=picture("JPEG", (1600, 400)))
    first = worn(seller_id)
    assert first.accent == "#8a5a12" and is_shown(first.logo) and is_shown(first.cover)
    dress(seller_id, accent="", keeps_cover=False)
    second = worn(seller_id)
    assert (second.accent, second.logo, second.cover) == ("", first.logo, "")
    assert is_shown(first.logo) and not is_shown(first.cover)


def test_one_bad_picture_leaves_neither(seller_id, tmp_path):
    with pytest.raises(FileNotAccepted):
        dress(seller_id, logo=picture("PNG", (128, 128)), cover=b"no picture")
    assert (worn(seller_id).logo, worn(seller_id).accent) == ("", "")
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == []


def test_what_is_no_colour_is_refused(seller_id):
    with pytest.raises(StoreInvalid):
        dress(seller_id, accent="gold")


def test_nobody_dresses_another_store(seller_id):
    with pytest.raises(NotAllowed):
        dress(seller_id, by=new_id())
    stranger = new_id()
    with pytest.raises(StoreHasNoSeller):
        dress(stranger)
