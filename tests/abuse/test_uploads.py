"""Files that are not what they say: at each of the doors where somebody may bring one.

What is refused is refused in the language of who brought it, and leaves nothing behind; what two
programs would read as two things goes out as something to be saved, or is made anew.
"""

import gzip
import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http.response import HttpResponseBase
from django.test import Client

from tests.abuse.sheets import OVERRIDE, Sheet
from tijara.domains.accounts.queries import account
from tijara.domains.accounts.testing import PASSWORD, make_account
from tijara.domains.cash.models import Carrier
from tijara.domains.cash.queries import remittances
from tijara.domains.catalogue.actions import make_pictures
from tijara.domains.catalogue.queries import edited_product
from tijara.domains.catalogue.testing import make_draft, make_product
from tijara.domains.clearing.queries import reports
from tijara.domains.inventory.queries import files_of_stocks
from tijara.domains.markets.queries import markets
from tijara.domains.markets.testing import make_market
from tijara.domains.offers.actions import advance_imports
from tijara.domains.offers.queries import import_runs
from tijara.domains.offers.testing import make_offer
from tijara.domains.parties.actions import add_member
from tijara.domains.payments.queries import charge_by_id
from tijara.domains.payments.shapes import OFFERED, PaymentMethod
from tijara.domains.payments.testing import make_charge
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM
from tijara.kit.tables import LARGEST_FILE
from tijara.platform.limits import forget_all
from tijara.platform.pictures.tests.samples import picture

pytestmark = pytest.mark.django_db
EVIL = b"<script>evil()</script>"
PNG, PDF = picture("PNG", (400, 400)), b"%PDF-1.7\n%%EOF\n"
NAME = f"../../etc/{OVERRIDE}gnp.exe"
REFUSED = {
    "receipt": (
        "ليس صورة (PNG أو JPEG أو WebP) ولا PDF",
        "no picture (PNG, JPEG, WebP) and no PDF",
    ),
    "picture": ("لا نقبل هذا النوع من الملفات", "This kind of file can’t be taken"),
    "import": ("هذا ليس جدولًا", "This is no table"),
    "digital": ("لا نقبل هذا النوع من الملفات", "This kind of file can’t be taken"),
    "cash": ("هذا الملف لا يُقرأ ككشف", "This file can’t be read as a list"),
    "report": ("ليس جدولًا يمكن قراءته", "no table that can be read"),
}
NOTHING = REFUSED | {"import": ("الملف فارغ", "There is nothing in the file")}
LARGE = {
    "receipt": (10_500_000, "أكبر من 10", "larger than 10 MB"),
    "picture": (12_600_000, "الملف أكبر من المسموح", "The file is too large"),
    "import": (31_500_000, "الملف أكبر من 30", "more than 30 MB"),
    "cash": (4_300_000, "الملف أكبر من المسموح", "The file is too large"),
    "report": (4_300_000, "الملف أكبر من المسموح", "The file is too large"),
}
LIES = {
    "a page": b"<!doctype html>" + EVIL,
    "a drawing": b"<svg xmlns='http://www.w3.org/2000/svg' onload='evil()'/>",
    "a program": b"MZ\x90\x00" + bytes(100),
    "another program": b"\x7fELF\x02" + bytes(100),
}
FOR_IMPORTS = {"a picture": PNG, "a document": PDF, "an archive": b"PK\x03\x04" + bytes(200)}
LANGUAGES = ("", "/en")


@dataclass
class Door:
    """Where a file is brought, and how often one was taken."""

    path: str
    field: str
    browser: Client
    taken: Callable[[], int]
    beside: Mapping[str, str] = field(default_factory=dict)

    def bring(self, content: bytes, language: str = "", name: str = "a.png") -> HttpResponseBase:
        forget_all()  # he brings more in a minute than anybody may
        given = {**self.beside, self.field: SimpleUploadedFile(name, content, "image/png")}
        return self.browser.post(f"{language}{self.path}", given)


@pytest.fixture(autouse=True)
def house(settings, tmp_path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    make_market(
        payment_methods=OFFERED,
        bank_iban="SA0380000000608010167519",
        bank_name="مصرف التجربة",
        bank_holder="تجارة",
    )
    return tmp_path


@pytest.fixture
def doors() -> dict[str, Door]:
    seller_id, desk = make_store().seller_id, make_account()
    add_member(actor=SYSTEM, person_id=desk, seller_id=seller_id)
    return {
        "receipt": _receipts(),
        "picture": _pictures(seller_id, entered(desk)),
        "import": Door("/hub/imports", "file", entered(desk), lambda: len(import_runs(seller_id))),
        "digital": _digital(seller_id, entered(desk)),
        "cash": _cash(),
        "report": _reports(),
    }


def entered(person: UUID) -> Client:
    browser, found = Client(headers={"sec-fetch-site": "same-origin"}), account(person)
    assert found
    given = {"email": found.email, "password": PASSWORD}
    assert browser.post("/account/sign-in", given).status_code == 303
    return browser


def _receipts() -> Door:
    person = make_account()
    browser = entered(person)
    charge = make_charge(
        UUID(browser.session["buyer_id"]),
        10000,
        market_id=make_market().id,
        method=PaymentMethod.BANK_TRANSFER,
    )

    def taken() -> int:
        found = charge_by_id(charge.id)
        return len(found.receipts) if found else 0

    return Door(f"/pay/{charge.checkout_id}/receipts", "receipt", browser, taken)


def _pictures(seller_id: UUID, browser: Client) -> Door:
    product_id = make_draft(seller_id)

    def taken() -> int:
        found = edited_product(product_id)
        return len(found.pictures) if found else 0

    return Door(f"/hub/products/{product_id}/pictures", "pictures", browser, taken)


def _digital(seller_id: UUID, browser: Client) -> Door:
    stock_id = make_offer(
        5000, 0, seller_id=seller_id, product=make_product(kind="digital")
    ).stock_id

    def taken() -> int:
        return len(files_of_stocks(seller_id, [stock_id]).get(stock_id, []))

    return Door(f"/hub/stock/{stock_id}/files", "file", browser, taken)


def _cash() -> Door:
    """A carrier's list of what he pays."""
    carrier = Carrier.objects.create(market_id=markets()[0].id, key="x", name="X")
    browser = entered(make_account(is_operator=True))
    beside = {"carrier": str(carrier.id)}
    return Door("/office/cash/lists", "file", browser, lambda: len(remittances().items), beside)


def _reports() -> Door:
    """What a gateway settles."""
    browser = entered(make_account(is_operator=True))
    beside = {"gateway": "moyasar"}
    return Door("/office/payments/reports", "file", browser, lambda: len(reports().items), beside)


def kept(house: Path) -> list[Path]:
    return [path for path in house.rglob("*") if path.is_file()]


def assert_refused(door: Door, content: bytes, words: tuple[str, str], house: Path) -> None:
    for language, said in zip(LANGUAGES, words, strict=True):
        answer = door.bring(content, language, NAME)
        page = answer.content.decode()
        assert (answer.status_code, said in page) == (422, True), said
        assert Sheet(page).faults == [] and "etc/" not in page
    assert (door.taken(), kept(house)) == (0, [])


@pytest.mark.parametrize("which", REFUSED)
def test_what_is_something_else_is_refused_whatever_it_is_called(doors, which, house):
    is_table = which in ("import", "cash", "report")
    lies = LIES | (FOR_IMPORTS if is_table else {})
    for name, content in lies.items():
        if not is_table or name not in ("a page", "a drawing"):
            assert_refused(doors[which], content, REFUSED[which], house)


@pytest.mark.parametrize("which", NOTHING)
def test_what_is_empty_is_refused(doors, which, house):
    assert_refused(doors[which], b"", NOTHING[which], house)


@pytest.mark.parametrize("which", LARGE)
def test_what_is_too_large_is_refused(doors, which, house):
    size, *words = LARGE[which]
    content = b"a,b\n" * (size // 4) if which == "import" else PNG + bytes(size)
    assert_refused(doors[which], content, (words[0], words[1]), house)


def test_a_page_that_is_brought_as_a_table_is_shown_as_text(doors):
    """It is text, so it is read as one: what it holds becomes the name of a column."""
    path = doors["import"].bring(LIES["a page"], name="page.csv")["Location"]
    shown = doors["import"].browser.get(path).content.decode()
    assert "&lt;script&gt;evil()" in shown
    assert Sheet(shown).faults == []


class TestWhatIsTwoThings:
    def test_a_receipt_goes_out_as_something_to_be_saved(self, doors):
        for content in (PDF + EVIL, PNG + EVIL):
            door = _receipts()
            answer = door.bring(content)
            assert (answer.status_code, door.taken()) == (303, 1)
            page = door.browser.get(answer["Location"]).content.decode()
            (address,) = {link for link in Sheet(page).links if "/receipts/" in link}
            file = door.browser.get(address)
            assert file["Content-Type"] == "application/octet-stream"
            assert file["Content-Disposition"].startswith("attachment")
            assert file["X-Content-Type-Options"] == "nosniff"

    def test_a_picture_is_made_anew_without_what_hung_on_it(self, doors, house):
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as packed:
            packed.writestr("evil.html", EVIL)
        assert doors["picture"].bring(PNG + EVIL + archive.getvalue()).status_code == 303
        while make_pictures(actor=SYSTEM):
            pass
        assert doors["picture"].taken() == 1
        made = kept(house)
        assert made and not any(b"evil" in path.read_bytes() for path in made)

    def test_a_file_for_sale_is_one_of_the_kinds_that_nothing_runs(self, doors, house):
        assert doors["digital"].bring(PDF + EVIL, name=f"{NAME}.html").status_code == 303
        (path,) = kept(house)
        assert path.suffix == ".pdf"
        shown = doors["digital"].browser.get(doors["digital"].path).content.decode()
        assert Sheet(shown).faults == [] and "gnp.exe.html.pdf" in shown


class TestWhatUnpacksToHugeThings:
    def test_a_workbook_is_refused_before_it_is_unpacked(self, doors, house):
        said = ("بعد فك", "Unpacked, the file has more than 256 MB")
        assert_refused(doors["import"], _huge_workbook(), said, house)

    def test_an_archive_stops_with_a_reason_and_nothing_of_it_comes_in(self, doors):
        browser, head = doors["import"].browser, "الاسم,السعر\nدلّة,10\n".encode()
        bomb = io.BytesIO()
        with gzip.GzipFile(fileobj=bomb, mode="wb", compresslevel=1) as packed:
            packed.write(head)
            for _ in range(LARGEST_FILE // 1_000_000 + 1):
                packed.write(b"x" * 1_000_000)
        path = doors["import"].bring(bomb.getvalue(), name="shop.csv.gz")["Location"]
        assert browser.post(f"{path}/check", {"c0": "name", "c1": "price"}).status_code == 303
        advance_imports(actor=SYSTEM)
        assert "256 ميغابايت" in browser.get(path).content.decode()
        assert "more than 256 MB" in browser.get(f"/en{path}").content.decode()


def _huge_workbook() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        packed.writestr("[Content_Types].xml", b"<Types/>")
        with packed.open("xl/workbook.xml", "w") as part:
            for _ in range(LARGEST_FILE // 1_000_000 + 1):
                part.write(b" " * 1_000_000)
    return made.getvalue()
