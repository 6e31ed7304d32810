"""The official validators of PINT-AE, on our documents and on the specification's examples.

Loaded by its entry point only, by `tijara eval invoices`: saxonche and lxml are packages of the
tests, not of a market.
"""

import tarfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from lxml import etree
from saxonche import PySaxonProcessor

from tijara.domains.invoicing.shapes import Judged
from tijara.kit.clock import now
from tijara.kit.en16931 import (
    Category,
    PaperKind,
    Place,
    SemanticInvoice,
    Trader,
    broken_rules,
)
from tijara.kit.en16931.samples import Occasion, Part, odd_amounts, paper

from . import document

ARCHIVE = "pint_ae/pint_ae_resources.tar.gz"
FOLDERS = {"Invoice": "trn-invoice", "CreditNote": "trn-creditnote"}
SHEETS = ("PINT-UBL-validation-preprocessed.xslt", "PINT-jurisdiction-aligned-rules.xslt")
FAILED = "{http://purl.oclc.org/dsdl/svrl}failed-assert"
REASONS = {
    Category.EXPORT: ("", "Export out of the country"),
    Category.EXEMPT: ("DL8.46.4", "Local passenger transport"),
    Category.REVERSE_CHARGE: ("", "Reverse charge: the buyer accounts for the tax"),
}
RATE = 500
ODD = 40
PLACE = Place("AE", "شارع الشيخ زايد", city="دبي", region="DXB")
SELLER = Trader("مؤسسة الخليج", PLACE, "135790246801003", "112345678900003")
BUYER = Trader("شركة الواحة", PLACE, "134567890123003", "112345679000001")
ABROAD = Place("KW", "شارع سالم المبارك", city="السالمية", region="السالمية")
SPACE = UUID(int=971)
DEVICES = "DL8.48.8.2"


class PintAeJudge:
    needs = (ARCHIVE,)

    def judge(self, folder: Path) -> list[Judged]:
        with TemporaryDirectory() as place, tarfile.open(folder / ARCHIVE) as archive:
            archive.extractall(place, filter="data")
            rules = Rules(Path(place))
            examples = {
                f"{path.parent.parent.name} {path.name}": rules.broken(path.read_bytes())
                for path in sorted(Path(place).rglob("example/*.xml"))
            }
            ours = {name: rules.broken(raw) for name, raw in documents()}
        return [
            _clean("PINT-AE examples that pass", examples),
            _clean("PINT-AE documents of ours that pass", ours),
        ]


class Rules:
    def __init__(self, place: Path) -> None:
        self._saxon = PySaxonProcessor(license=False)
        compiler = self._saxon.new_xslt30_processor()
        root = next(place.rglob("trn-invoice")).parent
        self._sheets = {
            kind: [
                compiler.compile_stylesheet(
                    stylesheet_file=str(root / folder / "schematron" / name)
                )
                for name in SHEETS
            ]
            for kind, folder in FOLDERS.items()
        }

    def broken(self, raw: bytes) -> set[str]:
        kind = etree.QName(etree.fromstring(raw)).localname
        node = self._saxon.parse_xml(xml_text=raw.decode())
        return {
            str(one.get("id"))
            for sheet in self._sheets[kind]
            for one in etree.fromstring(sheet.transform_to_string(xdm_node=node).encode()).iter(
                FAILED
            )
            if one.get("flag") != "warning"
        }


def documents() -> Iterator[tuple[str, bytes]]:
    for name, told in papers():
        if broken := broken_rules(told) + document.faults(told):
            raise ValueError(f"{name} breaks {broken}")
        yield name, document.written(told).encode()


def papers() -> Iterator[tuple[str, SemanticInvoice]]:
    standard, beside = (10_500, Category.STANDARD, RATE), (2_100, Category.STANDARD, RATE)
    mixes: dict[str, tuple[list[Part], list[Part]]] = {
        "one rate": ([standard], []),
        "delivery": ([standard, standard], [beside]),
        "discount": ([standard], [(-1_050, Category.STANDARD, RATE), beside]),
        "zero": ([(5_000, Category.ZERO, 0)], []),
        "exempt": ([(5_000, Category.EXEMPT, 0)], [(300, Category.EXEMPT, 0)]),
        "mixed": ([standard, (5_000, Category.ZERO, 0)], [beside]),
    }
    mixes |= {f"odd {at}": (goods, []) for at, goods in enumerate(odd_amounts(ODD, RATE))}
    for mix, (goods, sides) in mixes.items():
        for kind in PaperKind:
            name = f"{kind} {mix}"
            yield name, paper(kind, _occasion(name), goods, sides)
    reverse = (10_000, Category.REVERSE_CHARGE, 0)
    carried = (2_000, Category.REVERSE_CHARGE, 0)
    for mix, (goods, sides) in {
        "reverse charge": ([reverse], []),
        "reverse charge, delivered": ([reverse, reverse], [carried]),
        "reverse charge, mixed": ([reverse, standard, (5_000, Category.ZERO, 0)], [carried]),
    }.items():
        for kind in PaperKind:
            name = f"{kind} {mix}"
            yield name, _of_devices(paper(kind, _occasion(name), goods, sides))
    yield from _exported_papers()
    reduced = {"tenth off": ((1_000, 210), 0), "odd off": ((333, 0), 0)}
    reduced["paid before"] = ((0, 777), 5_000)
    for mix, (off, paid) in reduced.items():
        for kind in PaperKind:
            name = f"{kind} {mix}"
            on = replace(_occasion(name), paid_minor=paid)
            yield name, paper(kind, on, [standard, beside], (), off)


def _exported_papers() -> Iterator[tuple[str, SemanticInvoice]]:
    exported = (10_000, Category.EXPORT, 0)
    for mix, sides in {"export": [], "export, delivered": [(2_000, Category.EXPORT, 0)]}.items():
        for kind in PaperKind:
            name = f"{kind} {mix}"
            on = replace(_occasion(name), delivered_to=ABROAD)
            yield name, paper(kind, on, [exported, exported], sides)


def _of_devices(told: SemanticInvoice) -> SemanticInvoice:
    """Goods whose tax their buyer owes, as the house tells them: barcode and kind."""
    lines = [
        replace(line, gtin="6291041500213", nature=DEVICES)
        if line.category is Category.REVERSE_CHARGE
        else line
        for line in told.lines
    ]
    return replace(told, lines=tuple(lines))


def _occasion(name: str) -> Occasion:
    return Occasion(
        seller=SELLER,
        buyer=BUYER,
        moment=now().astimezone(ZoneInfo("Asia/Dubai")),
        currency="AED",
        number=name.upper().replace(" ", "-"),
        uuid=uuid5(SPACE, name),
        reasons=REASONS,
    )


def _clean(what: str, found: dict[str, set[str]]) -> Judged:
    wrong = [f"{name}: {', '.join(sorted(broken))}" for name, broken in found.items() if broken]
    return Judged(what, len(found) - len(wrong), len(found), wrong)
