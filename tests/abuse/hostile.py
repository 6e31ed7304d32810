"""The words of one who means harm, and a visitor who types them into every form that he meets."""

import html
import re
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import urldefrag, urljoin

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http.response import HttpResponseBase
from django.test import Client
from PIL import Image

from tests.abuse.sheets import OVERRIDE, Control, Form, Sheet, table_faults
from tijara.platform.limits import forget_all

LONG = f"=1+1\"'></title></script><xss onx=xss(1)>{{{{31337|add:62674}}}}{{% x %}}{OVERRIDE}\x01"
WORDS = (f"{LONG} {'ك' * 40}", LONG, f"=1\"'><xss onx=1>{{{{1}}}}{OVERRIDE}", "\"'><xss>", "<xss>")
"""The longest for which a field has room is typed."""
SHORT = WORDS[3]
PLAIN = {
    "amount": "1.00",
    "building": "3242",
    "city": "sa-riyadh",
    "email": '"<xss>"@example.com',
    "extra": "",
    "iban": "SA0380000000608010167519",
    "phone": "0551234567",
    "postcode": "12211",
    "price": "10.00",
    "recipient": '"<xss>"@example.com',
    "slug": "a-bad-shop",
}
"""What is typed where words were refused; elsewhere, what stood there."""
TEXTS = ("text", "textarea", "search")
OF_A_KIND = 1
"""How often a form is filled in on the pages that differ in an id, a slug or a query alone."""
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|[\w-]{60,}:[\w-]{20,}")
ELSEWHERE = ("#", "tel:", "mailto:", "otpauth:", "http://", "https://", "/eg/")
"""What is not followed. The second market's pages are those of the first."""
TRANSLATED = re.compile(r"/(en|fr)(/|$)")
LEFT_ALONE = re.compile(r"/account/(sign-|security/devices|password|store|proof)|/ui/|/refund$")
"""Forms that would make him somebody else, or take what others are yet to do."""


def picture(name: str = WORDS[2]) -> SimpleUploadedFile:
    made = BytesIO()
    Image.new("RGB", (600, 600), "white").save(made, "PNG")
    return SimpleUploadedFile(f"{name}.png", made.getvalue())


class Visitor:
    """`faults`: by the kind of page, what is wrong there. `met`: how often each form was filled."""

    def __init__(self, email: str = "") -> None:
        self.browser = Client(headers={"sec-fetch-site": "same-origin"})
        self.faults: dict[str, list[str]] = {}
        self.met: dict[str, int] = {}
        if email:
            given = {"email": email, "password": settings.DEMONSTRATION_PASSWORD}
            assert self.browser.post("/account/sign-in", given).status_code == 303

    def goes(
        self, *starts: str, of_a_kind: int = 2, beyond: tuple[str, ...] = ELSEWHERE
    ) -> Iterator[tuple[str, Sheet]]:
        """Every page that is reached by links, in every language; a few of those that differ in an
        id, a slug or a query alone, and in a language that isn't the first, one."""
        waiting, seen, kinds = [*reversed(starts)], set(), {}
        while waiting:
            address = waiting.pop()
            kind = kind_of(address)
            most = 1 if TRANSLATED.match(address) else of_a_kind
            if address in seen or kinds.get(kind, 0) >= most:
                continue
            seen.add(address)
            kinds[kind] = kinds.get(kind, 0) + 1
            if sheet := self.looks(address):
                yield address, sheet
                links = [link for link in sheet.links if link and not link.startswith(beyond)]
                waiting += [_whole(address, link) for link in links]

    def looks(self, address: str) -> Sheet | None:
        forget_all()  # he asks faster than a visitor may
        return self._judged(address, self.browser.get(address))

    def types(self, *starts: str) -> None:
        """In Arabic: the forms of another language are the same, and lead to the same."""
        for address, sheet in self.goes(*starts, beyond=(*ELSEWHERE, "/en")):
            self._fills_all(address, sheet)

    def fills(self, address: str, **given: object) -> None:
        """The forms of one page, however often they were filled before."""
        sheet = self.looks(address)
        assert sheet and sheet.forms, f"{address} shows no form"
        self.met.clear()
        self._fills_all(address, sheet, given)

    def _fills_all(self, address: str, sheet: Sheet, given: dict | None = None) -> None:
        for form in sheet.forms:
            target = _whole(address, form.action)
            asked = next((one.name for one in form.controls if one.kind != "hidden"), "")
            kind = f"{kind_of(target)} {ID.sub('…', asked)}"
            if self.met.get(kind, 0) < OF_A_KIND and not LEFT_ALONE.search(target):
                self.met[kind] = self.met.get(kind, 0) + 1
                self._fill(target, form, given or {})

    def _fill(self, target: str, form: Form, given: dict) -> None:
        """First harm in all fields; then only where words belong, and no more where they were
        refused; at last the shortest words."""
        if any(one.kind not in ("hidden", "button", *TEXTS) for one in form.controls):
            self._send(target, {one.name: _harm(one) for one in form.controls} | given)
        wrong: set[str] = set()
        for words in (WORDS, WORDS, WORDS[3:]):
            values: dict[str, list] = {}
            for one in form.controls:
                if (value := _typed(one, words, one.name in wrong)) is not None:
                    values.setdefault(one.name, []).append(value)
            sheet = self._send(target, values | given)
            if sheet is None:
                return
            again = [one for other in sheet.forms for one in other.controls]
            wrong |= {one.name for one in again if one.is_wrong}
            marks = {one.name: one.value for one in again if one.kind == "hidden"}
            for one in form.controls:
                if one.kind == "hidden":
                    one.value = marks.get(one.name, one.value)

    def _send(self, target: str, values: dict) -> Sheet | None:
        """The page, if he is told to look again."""
        forget_all()
        for file in _files(values):
            file.seek(0)
        answer = self.browser.post(target, values)
        sheet = self._judged(target, answer)
        return sheet if answer.status_code in (409, 422) else None

    def _judged(self, address: str, answer: HttpResponseBase) -> Sheet | None:
        assert answer.status_code < 500, address
        kind, sheet, faults = answer.get("Content-Type", ""), None, []
        if "text/csv" in kind:
            faults = table_faults(answer.getvalue().decode())
        elif "html" in kind:
            sheet = Sheet(answer.content.decode())
            faults = sheet.faults
        if faults:
            self.faults.setdefault(kind_of(address), faults)
        return sheet


def _files(values: dict) -> Iterator[SimpleUploadedFile]:
    for value in values.values():
        several = value if isinstance(value, list) else [value]
        yield from (one for one in several if isinstance(one, SimpleUploadedFile))


def _harm(one: Control) -> object:
    if one.kind == "hidden":
        return one.value
    return picture() if one.kind == "file" else _fitting(WORDS, one.most)


def _typed(one: Control, words: tuple[str, ...], is_refused: bool) -> object:
    """None: nothing goes with the form."""
    if one.kind in ("unset", "file", "button"):
        return picture() if one.kind == "file" else None
    if is_refused or one.kind not in TEXTS:
        return PLAIN.get(one.name, one.value) if one.kind != "hidden" else one.value
    return _fitting(words, one.most)


def _fitting(words: tuple[str, ...], most: int) -> str:
    return next((word for word in words if not most or len(word) <= most), words[-1][:most])


def kind_of(address: str) -> str:
    path, _, query = address.partition("?")
    path = re.sub(r"/(p|c|s)/.+", r"/\1/", ID.sub("…", path))
    return path + re.sub(r"=[^&]*", "=", query)


def _whole(address: str, link: str) -> str:
    return urldefrag(urljoin(address, html.unescape(link))).url
