"""What a browser finds on a page: its forms and links, and whatever a hostile word broke there."""

import csv
import io
import json
import re
from dataclasses import dataclass, field

from lxml import etree

TAG = "xss"
"""The tag that each hostile word opens: in small letters, as a browser reads it."""
MARK = f"<{TAG}"
"""Raw in a page's text, it has got out."""
NUMBER = "94011"
"""What a hostile word comes to, if a template runs it."""
OVERRIDE = "\u202e"
LEADS = {"href", "src", "action", "formaction", "data", "poster", "srcdoc", "content", "srcset"}
RUNS = re.compile(r"[\s\x00-\x20]*(javascript|vbscript|data:text)", re.IGNORECASE)
FORMULA = re.compile(r"[\s\u200e\u200f\ufeff]*[=+\-@|%＝＋－＠]|[\t\r]")
AMOUNT = re.compile(r"-[0-9.,]+%?")
ISOLATED = re.compile("\u2068[^\u2069]*\u2069")
"""How letters isolate a text inside a sentence."""
ISOLATING = {"bdi", "title", "textarea", "script", "option"}
"""In these a text keeps its own direction, or no direction can be said."""
VOID = {"input", "img", "br", "meta", "link", "hr", "source", "wbr"}


@dataclass(slots=True)
class Control:
    """A field of a form, as it stands. `most`: letters; none is said by 0."""

    name: str
    kind: str
    value: str
    most: int = 0
    is_wrong: bool = False


@dataclass(slots=True)
class Form:
    action: str
    controls: list[Control] = field(default_factory=list)


class Sheet:
    """One page, cut into tags and texts as HTML5 says. `faults`: what is wrong with it, with the
    words around. Called by the parser: `start`, `end`, `data`, `close`."""

    def __init__(self, page: str) -> None:
        self.forms: list[Form] = []
        self.links: list[str] = []
        self.faults: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self._form: Form | None = None
        self._control: Control | None = None
        self._texts: list[str] = []
        self._data = ""
        if MARK in page.lower():
            self._fault("raw", page[page.lower().index(MARK) - 80 :])
        for once in ("<html", "<body", "<![cdata["):
            if page.lower().count(once) > (once[1] != "!"):
                self._fault("a tag that the parser leaves out", once)
        if page:
            etree.fromstring(page, etree.HTMLParser(target=self))

    def _fault(self, what: str, where: str) -> None:
        self.faults.append(f"{what}: {where[:160]!r}")

    def start(self, tag: str, told: dict[str, str]) -> None:
        self._read_text()
        self._judge(tag, told)
        if tag not in VOID:
            isolates = told.get("dir") in ("auto", "ltr") or told.get("class") == "sr"
            self._open.append((tag, tag in ISOLATING or isolates))
        if tag in ("a", "iframe"):
            self.links.append(told.get("href", told.get("src", "")))
        self._note(tag, told)

    def _judge(self, tag: str, told: dict[str, str]) -> None:
        if tag == TAG:
            self._fault("a tag", str(told))
        for name, value in told.items():
            said = f"{tag} {name}={value}"
            if name.startswith("on"):
                self._fault("a handler", said)
            if name in LEADS and RUNS.match(value):
                self._fault("an address that runs", said)
            if name == "style" and MARK in value.lower():
                self._fault("a style", said)
            if name != "value" and OVERRIDE in value:
                self._fault("an override", said)

    def _note(self, tag: str, told: dict[str, str]) -> None:
        if tag == "form":
            self._form = Form(told.get("action", "")) if told.get("method") == "post" else None
            if self._form:
                self.forms.append(self._form)
        elif tag == "option" and self._control and told.get("value"):
            if "selected" in told or not self._control.value:
                self._control.value = told["value"]
        elif self._form and told.get("name") and tag in ("input", "textarea", "select", "button"):
            self._control = _control(tag, told)
            self._form.controls.append(self._control)

    def end(self, tag: str) -> None:
        self._read_text()
        if tag == "form":
            self._form = None
        if tag in ("textarea", "select"):
            self._control = None
        if tag == "script":
            self._read_data()
        while any(one == tag for one, _isolates in self._open):
            if self._open.pop()[0] == tag:
                return

    def data(self, text: str) -> None:
        """A part of a text: it is cut where a sign is written as a reference."""
        self._texts.append(text)

    def comment(self, text: str) -> None:
        """Nobody reads it; what a browser takes for a text and this parser for a comment is looked
        through as one (CDATA in a drawing)."""
        if OVERRIDE in text or NUMBER in text:
            self._fault("in a comment", text)

    def close(self) -> None:
        self._read_text()

    def _read_text(self) -> None:
        """The whole of what stood between two tags."""
        if not self._texts:
            return
        text = "".join(self._texts)
        self._texts.clear()
        inner = self._open[-1][0] if self._open else ""
        if inner == "textarea" and self._control:
            self._control.value += text
            return
        if inner == "script":
            self._data += text
        elif MARK in ISOLATED.sub("", text).lower() and not self._is_isolated():
            path = ">".join(tag for tag, _isolates in self._open[-4:])
            self._fault("not isolated", f"{path}: {text.strip()}")
        if OVERRIDE in text:
            self._fault("an override", text)
        if NUMBER in text:
            self._fault("a template ran", text)

    def _is_isolated(self) -> bool:
        return any(isolates for _tag, isolates in self._open)

    def _read_data(self) -> None:
        text, self._data = self._data, ""
        try:
            json.loads(text or "{}")
        except ValueError:
            self._fault("data that can't be read", text)


def _control(tag: str, told: dict[str, str]) -> Control:
    kind = told.get("inputmode") or (told.get("type", "text") if tag == "input" else tag)
    is_box = kind in ("radio", "checkbox")
    if is_box and "checked" not in told:
        kind = "unset"
    value = told.get("value", "on" if is_box else "")
    most = int(told.get("maxlength", 0))
    return Control(told["name"], kind, value, most, "aria-invalid" in told)


def table_faults(text: str) -> list[str]:
    """Of a CSV: the cells that a spreadsheet would run."""
    cells = [cell for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"))) for cell in row]
    runs = [cell for cell in cells if FORMULA.match(cell) and not AMOUNT.fullmatch(cell)]
    return [f"a formula: {cell[:160]!r}" for cell in runs]
