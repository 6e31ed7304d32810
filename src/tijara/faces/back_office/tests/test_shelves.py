"""The shelves of the front page, arranged in the office and seen by buyers."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tijara.domains.catalogue.queries import names_of
from tijara.domains.content.queries import shelves
from tijara.domains.content.shapes import ShelfSource
from tijara.domains.content.testing import make_shelf
from tijara.domains.markets.queries import market
from tijara.domains.search.testing import make_shelved_offer
from tijara.kit.ids import new_id
from tijara.kit.pictures import made_picture
from tijara.platform.pictures.tests.samples import picture

pytestmark = pytest.mark.django_db
PLACE = "/office/markets/sa"


@pytest.fixture
def offer():
    return make_shelved_offer(units=4)


@pytest.fixture
def sa(offer):
    return market("sa")


def headings(client) -> list[str]:
    page = client.get("/").content.decode()
    return re.findall(r'<h2 class="display" dir="auto">([^<]*)</h2>', page)


def test_a_shelf_is_put_up_filled_by_hand_moved_and_taken_down(staff, client, offer, sa):
    assert headings(client)[0] == "على رفوفنا الآن", "of one good it is no word to be bought most"
    assert "?source=picked" in staff.get(f"{PLACE}/shelves/new").content.decode()
    new = staff.get(f"{PLACE}/shelves/new?source=picked").content.decode()
    where = re.search(rf'action="({PLACE}/shelves/[0-9a-f-]{{36}})"', new)[1]
    told = {"source": "picked", "heading_ar": "ليلة <b>حول</b> النار", "is_on": "on"}
    assert staff.post(where, told)["Location"] == where
    assert "لم يُختر شيء بعد" in staff.get(f"{PLACE}/banners").content.decode()
    name = names_of([offer.product_id])[offer.product_id].name_ar
    found = staff.get(where, {"q": name}).content.decode()
    assert f'name="product" value="{offer.product_id}"' in found
    product = {"product": offer.product_id}
    assert staff.post(f"{where}/products", product)["Location"] == f"{where}#picked"
    assert "ليلة &lt;b&gt;حول" in client.get("/").content.decode()
    assert staff.post(f"{where}/place", {"place": "1"}).status_code == 303
    assert headings(client)[0].startswith("ليلة")
    staff.post(f"{where}/products", product | {"back": ""})
    assert headings(client)[0] == "على رفوفنا الآن"
    assert staff.post(f"{where}/removal").status_code == 303
    assert staff.get(where).status_code == 404


def test_the_pages_own_shelves_can_be_changed_before_anything_was_kept(staff, client, sa):
    first = shelves(sa.id)[0]
    where = f"{PLACE}/shelves/{first.id}"
    assert staff.get(where).status_code == 200
    staff.post(where, {"heading_ar": "يحبّها الناس", "heading_en": "Loved", "is_on": "on"})
    assert headings(client)[0] == "يحبّها الناس"
    assert ">Loved<" in client.get("/en/").content.decode()


def test_departments_brands_and_stores_bear_their_names_and_lead_there(staff, client, offer, sa):
    make_shelf(sa.id, ShelfSource.DEPARTMENT, heading_ar="", place="coffee-and-hosting")
    make_shelf(sa.id, ShelfSource.STORE, heading_ar="", place=str(offer.seller_id))
    home = client.get("/").content.decode()
    assert 'href="/c/coffee-and-hosting">' in home
    assert headings(client)[-1] == "بيت النحّاس"
    for source in ("department", "brand", "store"):
        page = staff.get(f"{PLACE}/shelves/new?source={source}").content.decode()
        assert 'name="place"' in page, source
    rows = staff.get(f"{PLACE}/banners").content.decode()
    assert "القهوة والضيافة" in rows and "بيت النحّاس" in rows


def test_a_front_page_costs_a_statement_a_shelf(client, sa, django_assert_max_num_queries):
    client.get("/")
    with django_assert_max_num_queries(9):
        client.get("/")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [({"source": "department"}, "place"), ({"source": "picked"}, "heading_ar")],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(staff, sa, wrong, said):
    page = staff.post(f"{PLACE}/shelves/{new_id()}", {"heading_fr": "Au coin du feu"} | wrong)
    html = page.content.decode()
    assert page.status_code == 422 and f'id="f-{said}-error"' in html and "Au coin du feu" in html


def test_nonsense_is_answered(staff, sa):
    one = shelves(sa.id)[0]
    assert staff.post(f"{PLACE}/shelves/{new_id()}", {"source": "nowhere"}).status_code == 404
    assert staff.post(f"{PLACE}/shelves/{new_id()}/place", {"place": "x"}).status_code == 303
    assert staff.post(f"{PLACE}/shelves/{one.id}/products", {"product": "x"}).status_code == 303
    page = staff.post(f"{PLACE}/shelves/{one.id}", {"shown_from": "soon", "is_on": "on"})
    assert page.status_code == 422


def test_nobody_else_arranges_it(person, sa):
    one = shelves(sa.id)[0]
    for page in ("new", str(one.id)):
        assert person.get(f"{PLACE}/shelves/{page}").status_code == 403
    assert person.post(f"{PLACE}/shelves/{one.id}/removal").status_code == 403


def test_its_picture_stands_before_its_goods_and_goes_again(staff, client, offer, sa):
    one = shelves(sa.id)[0]
    where, told = f"{PLACE}/shelves/{one.id}", {"heading_ar": "الأكثر طلبًا", "is_on": "on"}
    fake = SimpleUploadedFile("a.jpg", b"no picture")
    refused = staff.post(where, told | {"picture": fake})
    assert refused.status_code == 422 and "picture-error" in refused.content.decode()
    assert 'class="lead"' not in client.get("/").content.decode()
    photo = SimpleUploadedFile("a.jpg", picture("JPEG", (1280, 960)))
    assert staff.post(where, told | {"picture": photo}).status_code == 303
    token = made_picture(shelves(sa.id)[0].picture).token
    front = client.get("/").content.decode()
    assert token in front and 'class="lead" href="/search" aria-label="الأكثر طلبًا: ' in front
    assert 'name="no_picture"' in staff.get(where).content.decode()
    staff.post(where, told | {"no_picture": "1"})
    assert 'class="lead"' not in client.get("/").content.decode()
