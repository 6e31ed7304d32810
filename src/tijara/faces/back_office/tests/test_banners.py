"""The operator's banners, from the form to the front page; and who runs the market."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tijara.domains.content.queries import banners
from tijara.domains.content.testing import make_banner
from tijara.domains.markets.queries import market
from tijara.domains.markets.testing import make_market
from tijara.domains.search.testing import make_shelved_offer
from tijara.kit.ids import new_id
from tijara.kit.pictures import made_picture
from tijara.platform.pictures.tests.samples import picture

pytestmark = pytest.mark.django_db(transaction=True)
FORM = {
    "heading_ar": "موسم <b>الكشتات</b>",
    "words_ar": "خيام ومواقد",
    "button_en": "Pack",
    "link": "/c/outdoors?reduced=1",
    "position": "1",
    "is_on": "on",
}


@pytest.fixture
def sa(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    make_shelved_offer(units=4)
    return market("sa")


def photo() -> SimpleUploadedFile:
    return SimpleUploadedFile("a.jpg", picture("JPEG", (1280, 960)))


def test_a_banner_is_put_up_shown_changed_and_taken_down(staff, client, sa):
    new = staff.get("/office/markets/sa/banners/new").content.decode()
    where = re.search(r'action="(/office/markets/sa/banners/[0-9a-f-]{36})"', new)[1]
    assert staff.get(where).status_code == 404
    assert (
        staff.post(where, FORM | {"picture": photo()})["Location"] == "/office/markets/sa/banners"
    )
    (one,) = banners(sa.id)
    home = client.get("/").content.decode()
    assert "موسم &lt;b&gt;الكشتات" in home and 'href="/c/outdoors?reduced=1"' in home
    assert home.count('fetchpriority="high"') == 1 and made_picture(one.picture).token in home
    english = client.get("/en/").content.decode()
    assert 'href="/en/c/outdoors?reduced=1"' in english and "Pack" in english
    assert "الكشتات" in staff.get("/office/markets/sa/banners").content.decode()
    form = {name: text for name, text in FORM.items() if name != "is_on"}
    assert staff.post(where, form).status_code == 303
    assert "الكشتات" not in client.get("/").content.decode()
    assert staff.post(f"{where}/removal").status_code == 303
    assert banners(sa.id) == [] and staff.get(where).status_code == 404


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"heading_ar": ""}, "heading_ar"),
        ({"link": "https://evil.example"}, "link"),
        ({"position": "first"}, "position"),
        ({"shown_from": "soon"}, "shown_from"),
        ({"shown_from": "2026-12-02", "shown_until": "2026-12-01"}, "shown_until"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(staff, sa, wrong, said):
    where = f"/office/markets/sa/banners/{new_id()}"
    page = staff.post(where, FORM | wrong | {"picture": photo()})
    assert page.status_code == 422 and banners(sa.id) == []
    html = page.content.decode()
    assert f'id="f-{said}-error"' in html and "خيام ومواقد" in html


def test_a_picture_that_is_none_is_refused(staff, sa):
    where = f"/office/markets/sa/banners/{new_id()}"
    assert staff.post(where, FORM).status_code == 422
    fake = SimpleUploadedFile("a.png", b"<script>")
    page = staff.post(where, FORM | {"picture": fake})
    assert page.status_code == 422 and "picture-error" in page.content.decode()


def test_the_first_leads_the_page_and_two_stand_below(staff, client, sa):
    for place in range(1, 5):
        make_banner(sa.id, heading_ar=f"حملة {place}", position=place)
    home = client.get("/").content.decode()
    assert re.search(r"<h1[^>]*>حملة 1</h1>", home) and "حملة 3" in home and "حملة 4" not in home
    assert "تنتظر مكانًا" in staff.get("/office/markets/sa/banners").content.decode()


def test_who_runs_the_market_stands_at_the_foot_of_its_pages(staff, client, sa):
    place = "/office/markets/sa/papers"
    told = {
        "name_ar": "شركة <i>السوق</i>",
        "commercial_register": "١٠١٠ ٥٥٠ ٠٠٠",
        "phone": "٩٢٠ ٠٠٠ ٠٠٠",
        "email": "care@souq.example",
        "address_ar": "طريق الملك فهد، الرياض",
    }
    assert staff.post(place, told | {"email": "care"}).status_code == 422
    assert market("sa").papers.name_ar == ""
    assert staff.post(place, told)["Location"] == place
    make_market(delivery_minor=900)
    for page in ("/", "/about"):
        html = client.get(page).content.decode()
        assert "شركة &lt;i&gt;السوق" in html and "1010550000" in html and "طريق الملك فهد" in html
    assert "920 000 000" in client.get("/").content.decode()
    assert "1010550000" in staff.get(place).content.decode()


def test_nobody_else_opens_them(person, sa):
    one = make_banner(sa.id)
    for page in ("banners", "banners/new", f"banners/{one.id}", "papers"):
        assert person.get(f"/office/markets/sa/{page}").status_code == 403
    assert person.post(f"/office/markets/sa/banners/{one.id}/removal").status_code == 403
    assert len(banners(sa.id)) == 1
