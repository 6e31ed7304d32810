"""What staff do to the catalogue: correct, hide, arrange, ask, make one of two."""

import html

import pytest

from tijara.domains.catalogue.queries import (
    after_sale,
    brands,
    categories,
    category,
    category_attributes,
    edited_product,
    forget_categories,
    names_of,
    product_page,
)
from tijara.domains.catalogue.shapes import AfterSale
from tijara.domains.catalogue.testing import make_product
from tijara.domains.markets.testing import make_market
from tijara.kit.ids import new_id

pytestmark = pytest.mark.django_db(transaction=True)
DALLAHS = "coffee-and-hosting/dallahs"
HOSTILE = "<script>alert(1)</script>\"'"


@pytest.fixture
def product_id():
    made = make_product(brand_ar="بيت النحاس", brand_en="Nahhas", brought_by=new_id())
    forget_categories()
    return made.product_id


def read(staff, path):
    answer = staff.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.content.decode()


def test_any_product_is_found_corrected_and_hidden(staff, product_id):
    base = f"/office/catalogue/products/{product_id}"
    assert base in read(staff, "/office/catalogue?q=دلة")
    assert base not in read(staff, "/office/catalogue?q=zzz")
    form = {
        "version": "1",
        "name_ar": HOSTILE,
        "kind": "physical",
        "category": str(category(DALLAHS).id),
    }
    assert staff.post(base, form).status_code == 303
    assert edited_product(product_id).name_ar == HOSTILE
    assert "<script>alert" not in read(staff, base) + read(staff, "/office/catalogue")
    late = staff.post(base, form | {"name_ar": "متأخر"})
    assert late.status_code == 422 and 'value="متأخر"' in late.content.decode()
    slug = names_of([product_id])[product_id].slug
    staff.post(base, {"published": "no"})
    assert product_page(slug) is None
    staff.post(base, {"published": "yes"})
    assert product_page(slug) is not None
    assert staff.get(f"/office/catalogue/products/{new_id()}").status_code == 404


def test_a_department_is_added_named_and_placed(staff, product_id):
    parent = str(category(DALLAHS).id)
    form = {"name_ar": "دلال قديمة", "name_en": "Old dallahs", "parent": parent}
    made = staff.post("/office/catalogue/categories", form)
    node = category(f"{DALLAHS}/old-dallahs")
    assert made["Location"].endswith(str(node.id))
    twice = staff.post("/office/catalogue/categories", form)
    assert twice.status_code == 422 and 'value="Old dallahs"' in twice.content.decode()
    assert staff.post("/office/catalogue/categories", {"name_ar": " "}).status_code == 422
    base = f"/office/catalogue/categories/{node.id}"
    names = {"name_ar": "دلال عتيقة", "name_fr": "Anciennes", "position": "3"}
    assert staff.post(base, names).status_code == 303
    assert (category(node.path).name_fr, category(node.path).position) == ("Anciennes", 3)
    assert staff.post(base, {"name_ar": ""}).status_code == 422
    assert len(categories()) == 3


def test_what_a_department_grants_stands_beside_what_the_law_gives(staff, product_id):
    make_market()
    base = f"/office/catalogue/categories/{category(DALLAHS).id}"
    assert "السعودية" in read(staff, base) and "7 أيام" in read(staff, base)
    given = {"return_days": "0", "warranty_months": "6", "goods_kind": "print"}
    assert staff.post(base, given).status_code == 303
    assert after_sale(DALLAHS) == AfterSale(0, 6, "print")
    for kind in ("digital", "gold", HOSTILE):
        assert staff.post(base, given | {"goods_kind": kind}).status_code == 422
    assert after_sale(DALLAHS).goods_kind == "print"


def test_a_department_asks_changes_and_asks_no_more(staff, product_id):
    node = category(DALLAHS)
    base = f"/office/catalogue/categories/{node.id}"
    asked = {
        "a_name_ar": "الخامة",
        "a_name_en": "Material",
        "type": "choice",
        "choices": "نحاس | Brass | Laiton\nفولاذ",
        "is_facet": "on",
    }
    assert staff.post(base, asked).status_code == 303
    [card] = category_attributes(node.id)
    assert (card.code, card.is_facet, card.is_required) == ("material", True, False)
    assert [choice.name_fr for choice in card.choices] == ["Laiton", ""]
    opened = read(staff, f"{base}?attribute={card.id}")
    assert "نحاس | Brass | Laiton" in opened and 'value="Material"' in opened
    changed = asked | {"attribute": str(card.id), "a_name_ar": "المادة", "is_required": "on"}
    assert staff.post(base, changed).status_code == 303
    assert [each.name_ar for each in category_attributes(node.id)] == ["المادة"]
    wrong = staff.post(base, asked | {"choices": "", "a_name_ar": HOSTILE})
    shown = wrong.content.decode()
    assert wrong.status_code == 422 and html.escape(HOSTILE) in shown
    assert "<script>alert" not in shown
    staff.post(base, {"drop": str(card.id)})
    assert category_attributes(node.id) == []
    assert staff.get(f"/office/catalogue/categories/{new_id()}").status_code == 404


def test_two_brands_become_one(staff, product_id):
    other = make_product(brand_ar="بيت النحّاسين", brand_en="Nahas").product_id
    ids = {row.name_en: str(row.id) for row in brands().items}
    assert "Nahas" in read(staff, "/office/catalogue/brands?q=nah")
    for told in ({}, {"brand": ids["Nahas"], "into": ids["Nahas"]}, {"brand": "x", "into": "y"}):
        staff.post("/office/catalogue/brands", told)
        assert len(brands().items) == 2
    staff.post("/office/catalogue/brands", {"brand": ids["Nahas"], "into": ids["Nahhas"]})
    assert [row.name_en for row in brands().items] == ["Nahhas"]
    assert edited_product(other).sheet.brand == "بيت النحاس"
