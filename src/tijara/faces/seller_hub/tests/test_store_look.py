"""A store's own colour, logo and cover, changed at the desk and worn by its page."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tijara.domains.stores.queries import stores
from tijara.kit.pictures import made_picture
from tijara.platform.pictures.tests.samples import picture

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_store_wears_its_own_colour_logo_and_cover(shop, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    logo = SimpleUploadedFile("logo.png", picture("PNG", (128, 128)))
    cover = SimpleUploadedFile("cover.jpg", picture("JPEG", (1200, 300)))
    told = {"accent": "#8a5a12", "logo": logo, "cover": cover}
    assert shop.post("/hub/store/look", **told).status_code == 303
    card = stores([shop.seller_id])[shop.seller_id]
    page = shop.browser.get(f"/s/{card.slug}").content.decode()
    assert "/ui/look/8a5a12-" in page
    assert made_picture(card.logo).token in page and made_picture(card.cover).token in page
    assert "/ui/look/" not in shop.browser.get("/").content.decode()
    wrong = shop.post("/hub/store/look", accent="#8a5a12", cover=SimpleUploadedFile("x.png", b"x"))
    assert wrong.status_code == 422
    assert shop.post("/hub/store/look", accent="gold").status_code == 422
    assert (
        shop.post("/hub/store/look", accent="", drop_logo="on", drop_cover="on").status_code == 303
    )
    card = stores([shop.seller_id])[shop.seller_id]
    assert (card.accent, card.logo, card.cover) == ("", "", "")


@pytest.mark.parametrize("bad", ["logo", "cover"])
def test_of_two_pictures_the_bad_one_is_named(shop, settings, tmp_path, bad):
    settings.MEDIA_ROOT = tmp_path
    sent = {
        "logo": SimpleUploadedFile("logo.png", picture("PNG", (128, 128))),
        "cover": SimpleUploadedFile("cover.jpg", picture("JPEG", (1200, 300))),
    }
    sent[bad] = SimpleUploadedFile("x.png", b"no picture")
    answer = shop.post("/hub/store/look", accent="", **sent)
    assert answer.status_code == 422 and list(answer.context["wrong"]) == [bad]
    card = stores([shop.seller_id])[shop.seller_id]
    assert (card.logo, card.cover) == ("", "")
