"""The form of a document that is hashed: without signature and code, in canonical XML 1.1.

Inclusive canonicalisation without comments, for documents that declare no entities and no xml:
attributes on what is left out: what invoices are.
"""

from base64 import b64encode
from hashlib import sha256
from typing import Any
from xml.parsers.expat import ParserCreate, XMLParserType

from .names import CAC, CBC, EXT

LEFT_OUT = frozenset({(EXT, "UBLExtensions"), (CAC, "Signature")})
REFERENCE = (CAC, "AdditionalDocumentReference")
QR = "QR"


class Unreadable(ValueError):
    """No XML, or one that declares a document type."""


def invoice_hash(document: bytes) -> str:
    """Base64 of the SHA-256 of what is signed."""
    return b64encode(digest(document)).decode()


def digest(document: bytes) -> bytes:
    return sha256(canonical(document)).digest()


def canonical(document: bytes) -> bytes:
    found = _Reader()
    try:
        found.parser.Parse(document, True)
    except Exception as error:
        raise Unreadable(str(error)) from error
    return "".join(found.written).encode()


class _Reader:
    """Writes what it reads. A reference's elements are held back until its name is known."""

    def __init__(self) -> None:
        self.parser: XMLParserType = ParserCreate(namespace_separator=None)
        self.parser.buffer_text = True
        self.parser.ordered_attributes = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.StartDoctypeDeclHandler = _refuse
        self.written: list[str] = []
        self.scopes: list[dict[str, str]] = [{}]
        self.path: list[tuple[str, str]] = []
        self.skipped_from = 0
        self.reference_at = 0
        self.reference_depth = 0
        self.said = ""

    def start(self, name: str, attributes: list[str]) -> None:
        pairs = list(zip(attributes[::2], attributes[1::2], strict=True))
        declared = {key: value for key, value in pairs if _is_declaration(key)}
        outer = self.scopes[-1]
        scope = {**outer, **{key.partition(":")[2]: value for key, value in declared.items()}}
        self.scopes.append(scope)
        what = _resolved(name, scope)
        self.path.append(what)
        if self.skipped_from:
            return
        if what in LEFT_OUT:
            self.skipped_from = len(self.path)
            return
        if what == REFERENCE and not self.reference_depth:
            self.reference_at, self.reference_depth = len(self.written), len(self.path)
        self.said = ""
        self.written.append(_opening(name, pairs, outer, scope))

    def end(self, name: str) -> None:
        depth, what = len(self.path), self.path.pop()
        self.scopes.pop()
        if self.skipped_from:
            self.skipped_from = 0 if self.skipped_from == depth else self.skipped_from
            return
        self.written.append(f"</{name}>")
        is_name = what == (CBC, "ID") and depth == self.reference_depth + 1
        if self.reference_depth and is_name and self.said.strip() == QR:
            self.reference_depth = -self.reference_depth
        if what == REFERENCE and depth == abs(self.reference_depth):
            if self.reference_depth < 0:
                del self.written[self.reference_at :]
            self.reference_depth = 0

    def text(self, data: str) -> None:
        if self.skipped_from or not self.path:
            return
        self.said += data
        self.written.append(
            data.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\r", "&#xD;")
        )


def _opening(
    name: str, pairs: list[tuple[str, str]], outer: dict[str, str], scope: dict[str, str]
) -> str:
    declared = sorted(
        (key.partition(":")[2], value)
        for key, value in pairs
        if _is_declaration(key) and outer.get(key.partition(":")[2], "") != value
    )
    told = [f"{'xmlns:' if prefix else 'xmlns'}{prefix}" for prefix, _ in declared]
    written = [f' {key}="{_quoted(value)}"' for key, (_, value) in zip(told, declared, strict=True)]
    others = [(key, value) for key, value in pairs if not _is_declaration(key)]
    others.sort(key=lambda pair: _order(pair[0], scope))
    written += [f' {key}="{_quoted(value)}"' for key, value in others]
    return f"<{name}{''.join(written)}>"


def _order(key: str, scope: dict[str, str]) -> tuple[str, str]:
    """Attributes stand by namespace, then by name; those without a prefix come first."""
    prefix, colon, local = key.rpartition(":")
    return (scope.get(prefix, prefix) if colon else "", local)


def _resolved(name: str, scope: dict[str, str]) -> tuple[str, str]:
    prefix, _, local = name.rpartition(":")
    return scope.get(prefix, ""), local


def _is_declaration(key: str) -> bool:
    return key == "xmlns" or key.startswith("xmlns:")


def _quoted(value: str) -> str:
    for plain, written in (
        ("&", "&amp;"),
        ("<", "&lt;"),
        ('"', "&quot;"),
        ("\t", "&#x9;"),
        ("\n", "&#xA;"),
        ("\r", "&#xD;"),
    ):
        value = value.replace(plain, written)
    return value


def _refuse(*given: Any) -> None:
    raise Unreadable("a document type")
