"""Importing a file at the hub, page by page."""

import csv
import io
import re

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tijara.domains.offers.actions import advance_imports
from tijara.domains.offers.queries import import_runs, seller_offers
from tijara.domains.offers.shapes import ImportState
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id

pytestmark = pytest.mark.django_db(transaction=True)
HEAD = "رقم المنتج,الاسم,السعر,الكمية\n"
FIELDS = {"c0": "key", "c1": "name", "c2": "price", "c3": "stock", "first_units": "٥"}


@pytest.fixture
def shop(shop, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return shop


def upload(shop, content, name="shop.csv"):
    content = content if isinstance(content, bytes) else content.encode()
    return shop.post("/hub/imports", file=SimpleUploadedFile(name, content))


def brought(shop, content, name="shop.csv") -> str:
    answer = upload(shop, content, name)
    assert answer.status_code == 303, answer.content.decode()
    return answer["Location"]


def work(path):
    advance_imports(actor=SYSTEM)
    return path


def test_the_whole_way(shop):
    path = brought(shop, HEAD + "1,دلّة,٣٤٩,7\n2,فنجان,abc,1\n3,كوب,20,\n")
    page = shop.read(path)
    assert "تعرّفنا على 4 أعمدة" in page and "٣٤٩" in page
    assert shop.post(f"{path}/check", **FIELDS)["Location"] == path
    going = shop.read(path)
    assert 'data-watch="' in going and '<meta http-equiv="refresh"' in going
    work(path)
    checked = shop.read(path)
    assert "السعر لا يُقرأ بيقين" in checked and "data-watch" not in checked
    assert not seller_offers(shop.seller_id).items
    shop.post(f"{path}/intake")
    work(path)
    assert "استُورد" in shop.read(path)
    rows = {row.name_ar: row for row in seller_offers(shop.seller_id).items}
    assert rows["دلّة"].free == 7 and rows["كوب"].free == 5
    assert "تتراجع" in shop.read(f"{path}/undoing")
    shop.post(f"{path}/undoing")
    work(path)
    assert "عاد منتجان" in shop.read(path)
    assert import_runs(shop.seller_id)[0].state is ImportState.UNDONE
    assert "shop.csv" in shop.read("/hub/imports")


def test_a_workbook_is_read_too(shop):
    book, target = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["اسم المنتج", "السعر"])
    book.active.append(["دلة", 249.5])
    book.save(target)
    page = shop.read(brought(shop, target.getvalue(), "shop.xlsx"))
    assert "249.5" in page and "XLSX" in page


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7 \x00", "هذا ليس جدولًا"),
        (b"", "فارغ"),
        (b"PK\x03\x04rubbish", "هذا ليس جدولًا"),
        (",".join("x" * 301).encode(), "أكثر من 300 عمود"),
        (b"\x1f\x8b\x08rubbish", "تالف"),
    ],
)
def test_what_is_no_table_is_refused_kindly(shop, content, said):
    answer = upload(shop, content)
    assert answer.status_code == 422 and said in answer.content.decode()
    assert import_runs(shop.seller_id) == []


def test_no_file_is_asked_for_again(shop):
    answer = shop.post("/hub/imports")
    assert answer.status_code == 422 and "اختر ملفًا أولًا" in answer.content.decode()


def test_what_was_chosen_wrongly_stays_chosen(shop):
    path = brought(shop, "أ,ب\nدلة,5\n")
    answer = shop.post(f"{path}/check", c0="price", c1="price", first_units="0")
    page = answer.content.decode()
    assert answer.status_code == 422 and "أكثر من عمود" in page
    assert page.count('<option value="price" selected>') == 2
    answer = shop.post(f"{path}/check", c0="name", c1="price", first_units="many")
    assert answer.status_code == 422 and 'value="many"' not in answer.content.decode()
    assert shop.post(f"{path}/check", c0="name", c1="price").status_code == 303


def test_a_file_may_be_read_otherwise(shop):
    path = brought(shop, "الاسم;السعر,ج\nدلة;5,1\n".encode("windows-1256"))
    shop.post(f"{path}/reading", encoding="windows-1256", separator=";")
    assert "السعر,ج" in shop.read(path)
    assert shop.post(f"{path}/reading", encoding="nonsense", separator="xx").status_code == 303


def test_the_rows_left_out_can_be_downloaded_and_run_nothing(shop):
    path = brought(shop, HEAD + "1,=cmd|' /C calc'!A0,5,1\n2,@فنجان,5,-\n")
    shop.post(f"{path}/check", **FIELDS)
    answer = shop.browser.get(work(f"{path}/faults.csv"))
    text = b"".join(answer.streaming_content).decode()
    assert text.startswith("\ufeff") and "attachment" in answer["Content-Disposition"]
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert rows[0][:4] == ["السطر", "السبب", "العمود", "رقم المنتج"]
    assert rows[1][4] == "'=cmd|' /C calc'!A0" and rows[1][2] == "الاسم"
    assert not any(cell.startswith(("=", "@", "-", "+")) for row in rows[1:] for cell in row)


def test_markup_in_a_file_stays_text(shop):
    evil = "<script>alert(1)</script>"
    path = brought(shop, f"الاسم,السعر,{evil}\n{evil},x,5\n", f"{evil}.csv")
    shop.post(f"{path}/check", c0="name", c1="price", c2="")
    for page in (path, work(path), "/hub/imports"):
        assert evil not in shop.read(page)


def test_thrown_away_it_is_gone(shop):
    path = brought(shop, HEAD + "1,دلة,349,7\n")
    assert shop.post(f"{path}/disposal")["Location"] == "/hub/imports"
    assert shop.browser.get(path).status_code == 404


def test_another_store_sees_nothing_of_it(shop, open_shop):
    path = brought(shop, HEAD + "1,دلة,349,7\n")
    other = open_shop()
    for way in ("", "/undoing", "/faults.csv"):
        assert other.browser.get(f"{path}{way}").status_code == 404
    for way in ("check", "intake", "undoing", "reading", "disposal"):
        assert other.post(f"{path}/{way}").status_code == 404
    assert shop.browser.get(path).status_code == 200
    assert shop.browser.get(f"/hub/imports/{new_id()}").status_code == 404


def test_a_press_too_late_changes_nothing(shop):
    path = brought(shop, HEAD + "1,دلة,349,7\n")
    assert shop.post(f"{path}/intake").status_code == 303
    assert import_runs(shop.seller_id)[0].state is ImportState.MAPPING
    shop.post(f"{path}/check", **FIELDS)
    assert shop.post(f"{path}/check", **FIELDS).status_code == 303
    work(path)
    shop.post(f"{path}/intake")
    shop.post(f"{path}/intake")
    work(work(path))
    assert re.search("استُورد", shop.read(path))
    assert len(seller_offers(shop.seller_id).items) == 1


SHOPIFY = """\
Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price
dallah,دلة نحاسية,اللون,ذهبي,D-G,4,300
dallah,,,فضي,D-S,2,280
dallah,,,نحاسي,D-C,7,260
dallah,,,فضي,D-X,1,250
lamp,فانوس,Title,Default Title,F1,9,120
"""


def taken_for(page: str) -> dict[str, str]:
    """What the form would send as it stands."""
    boxes = re.findall(r'<select[^>]* name="(c\d+)".*?</select>', page, re.DOTALL)
    chosen = re.findall(
        r'<select[^>]* name="c\d+"[^>]*>.*?<option value="([^"]*)" selected>.*?</select>',
        page,
        re.DOTALL,
    )
    assert len(boxes) == len(chosen)
    return dict(zip(boxes, chosen, strict=True)) | {"first_units": "0"}


def test_variants_are_seen_together_and_become_one_product(shop):
    path = brought(shop, SHOPIFY)
    page = shop.read(path)
    assert "صفوف تجتمع في منتج واحد" in page
    assert "دلة نحاسية</bdi></strong> — 4 أنواع" in page
    shop.post(f"{path}/check", **taken_for(page))
    checked = shop.read(work(path))
    assert "دلة نحاسية</bdi></strong> — 4 أنواع" in checked
    assert "يكرّر خيارات سطر سابق للمنتج" in checked
    shop.post(f"{path}/intake")
    work(path)
    rows = {(row.name_ar, row.label_ar): row for row in seller_offers(shop.seller_id).items}
    assert {label for _, label in rows} == {"ذهبي", "فضّي", "نحاسي", ""}
    assert rows["دلة نحاسية", "فضّي"].sku == "D-S" and rows["فانوس", ""].free == 9
    assert len({row.product_id for row in rows.values()}) == 2
    product = shop.read(f"/p/{rows['دلة نحاسية', 'ذهبي'].slug}")
    assert "فضّي" in product and "اللون" in product
    shop.post(f"{path}/undoing")
    work(path)
    assert "عاد منتجان" in shop.read(path)


def test_what_belongs_together_can_be_told_and_looked_at_again(shop):
    path = brought(shop, "الاسم,السعر,مجموعة,درجة\nسجاد أ,90,T,أ\nسجاد ب,80,T,ب\n")
    page = shop.read(path)
    assert "صفوف تجتمع" not in page
    told = taken_for(page) | {"c2": "parent", "c3": "option_1"}
    answer = shop.post(f"{path}/check", **told, look="1")
    page = answer.content.decode()
    assert answer.status_code == 200 and "سجاد</bdi></strong> — نوعان" in page
    assert import_runs(shop.seller_id)[0].state is ImportState.MAPPING
    assert taken_for(page) == told
    shop.post(f"{path}/check", **told)
    assert "نوعان" in shop.read(work(path))
    english = shop.read(f"/en{path}")
    assert "Rows that become one product" in english and "2 variants" in english
