"""The official Saudi validators, on our documents and on the authority's own samples.

Loaded by its entry point only, by `tijara eval invoices`: saxonche and lxml are packages of the
tests, not of a market.
"""

import tarfile
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid5

from lxml import etree
from saxonche import PySaxonProcessor

from tijara.domains.invoicing.shapes import Applicant, ChainPlace, Judged, UnitFacts
from tijara.kit.clock import now
from tijara.kit.en16931 import (
    Broken,
    Category,
    PaperKind,
    Place,
    SemanticInvoice,
    Trader,
    broken_rules,
)
from tijara.kit.en16931.samples import Occasion, Part, odd_amounts, paper

from . import qr, trial
from .authority import ZatcaAuthority, ZatcaSettings
from .canonical import invoice_hash
from .request import make_request
from .simulator.issuing import Issuer

ARCHIVE = "zatca_sdk/zatca_sdk_data.tar.gz"
SCHEMATRONS = ("CEN-EN16931-UBL.xsl", "20210819_ZATCA_E-invoice_Validation_Rules.xsl")
FAILED = "{http://purl.oclc.org/dsdl/svrl}failed-assert"
ERRORS = {
    "Simplified_Credit_Note_Error.xml": "BR-KSA-66",
    "Simplified_Debit_Note_Error.xml": "BR-KSA-66",
    "Simplified_Invoice_Error.xml": "BR-KSA-EN16931-11",
    "Standard_Credit_Note_Error.xml": "BR-KSA-81",
    "Standard_Debit_Note_Error.xml": "BR-KSA-09",
    "Standard_Invoice_Error.xml": "BR-KSA-63",
}
"""What is wrong, on purpose, in the authority's own samples."""
HASHED = 14
"""Samples whose hash is that of what they say: the others were edited by hand."""
DIGEST = "/*[local-name()='DigestValue']"
HELD = "//*[local-name()='EmbeddedDocumentBinaryObject']"
LENGTHS = "BR-KSA-F-06"
"""How long texts may be: two samples have an empty one."""
REASONS = {
    Category.EXPORT: ("VATEX-SA-32", "Export of goods"),
    Category.ZERO: ("VATEX-SA-32", "Export of goods"),
    Category.EXEMPT: ("VATEX-SA-29", "Financial services"),
    Category.OUTSIDE: ("VATEX-SA-OOS", "Not subject to VAT"),
}
RATE = 1500
ODD = 40
PLACE = Place("SA", "شارع الزل", "3242", "", "الديرة", "الرياض", "", "12652")
SELLER = Trader("مؤسسة بيت النحّاس", PLACE, "310122393500003", "1010551201", "CRN")
BUYER = Trader("شركة الواحة للتجارة", PLACE, "311111111100003")
ABROAD = Place("FR", "12 rue de Rivoli", city="Paris", postcode="75004")
PERSON_ABROAD = Trader("Camille Laurent", ABROAD, "", "7K2M4X9P", "OTH")
FACTS = UnitFacts("Riyadh", "Retail", "شارع الزل", "3242", "الديرة", "الرياض", "12652")
APPLICANT = Applicant(UUID(int=16931), SELLER.name, SELLER.vat_number, "1010551201", "SA", FACTS)
SPACE = UUID(int=2021)


class ZatcaJudge:
    needs = (ARCHIVE,)

    def judge(self, folder: Path) -> list[Judged]:
        with TemporaryDirectory() as place, tarfile.open(folder / ARCHIVE) as archive:
            archive.extractall(place, filter="data")
            return self._judged(Path(place))

    def _judged(self, sdk: Path) -> list[Judged]:
        rules = Rules(sdk)
        return [*self._of_samples(rules, sdk), *self._of_ours(rules)]

    def _of_samples(self, rules: "Rules", sdk: Path) -> Iterator[Judged]:
        samples = {path.name: path.read_bytes() for path in sorted(sdk.glob("Samples/**/*.xml"))}
        found = {name: rules.broken(raw) for name, raw in samples.items()}
        caught = [name for name, rule in ERRORS.items() if rule in found.get(name, set())]
        missed = sorted(set(ERRORS) - set(caught))
        yield Judged("ZATCA errors caught by their rule", len(caught), len(ERRORS), missed)
        others = {
            name: {rule for rule in broken if not rule.startswith(LENGTHS)}
            for name, broken in found.items()
            if name not in ERRORS
        }
        yield _clean("ZATCA samples that pass", others)
        hashed = [name for name, raw in samples.items() if _has_its_hash(raw)]
        unlike = sorted(set(samples) - set(hashed))
        yield Judged("ZATCA samples hashed as we hash", len(hashed), HASHED, unlike)

    def _of_ours(self, rules: "Rules") -> Iterator[Judged]:
        ours = dict(documents())
        found = {name: rules.broken(raw) for name, raw in ours.items()}
        yield _clean("ZATCA documents of ours that pass", found)
        misfits = {name: rules.misfits(raw) for name, raw in ours.items()}
        yield _clean("ZATCA documents of ours in the schema", misfits)
        agreed = list(_agreements(rules))
        same = [rule for rule, agrees in agreed if agrees]
        unlike = [rule for rule, agrees in agreed if not agrees]
        yield Judged("ZATCA rules named alike", len(same), len(agreed), unlike)


class Rules:
    """The authority's schematrons and schema."""

    def __init__(self, sdk: Path) -> None:
        self._saxon = PySaxonProcessor(license=False)
        compiler = self._saxon.new_xslt30_processor()
        folder = sdk / "Rules" / "schematrons"
        self._sheets = [
            compiler.compile_stylesheet(stylesheet_file=str(folder / name)) for name in SCHEMATRONS
        ]
        maindoc = sdk / "Schemas" / "xsds" / "UBL2.1" / "xsd" / "maindoc"
        self._schema = etree.XMLSchema(etree.parse(str(maindoc / "UBL-Invoice-2.1.xsd")))

    def broken(self, raw: bytes) -> set[str]:
        node = self._saxon.parse_xml(xml_text=raw.decode())
        return {
            str(one.get("id"))
            for sheet in self._sheets
            for one in etree.fromstring(sheet.transform_to_string(xdm_node=node).encode()).iter(
                FAILED
            )
        }

    def misfits(self, raw: bytes) -> set[str]:
        fits = self._schema.validate(etree.fromstring(raw))
        return set() if fits else {str(self._schema.error_log.last_error)[:200]}


def documents() -> Iterator[tuple[str, bytes]]:
    """(name, document): every kind of paper, signed by a certificate of trial."""
    keys = _keys()
    authority = ZatcaAuthority(ZatcaSettings())
    before = ""
    for counter, (name, told) in enumerate(papers(), 1):
        if broken := broken_rules(told) + authority.faults(told):
            raise ValueError(f"{name} breaks {broken}")
        made = authority.compose(told, keys, ChainPlace(counter, before))
        before = made.hash
        yield name, made.document.encode()


def papers() -> Iterator[tuple[str, SemanticInvoice]]:
    yield from _plain_papers()
    yield from _reduced_papers()
    yield from _exported_papers()
    yield from ((one.number, one) for one in trial.documents(APPLICANT))


def _reduced_papers() -> Iterator[tuple[str, SemanticInvoice]]:
    """What was taken off a line, whether a percentage makes it or not; and what was paid before,
    which this authority is not told (a gift card, a wallet, the market's part)."""
    goods = [(9_999, Category.STANDARD, RATE), (4_500, Category.STANDARD, RATE)]
    mixes = {
        "tenth off": ((1_000, 500), 0),
        "odd off": ((333, 0), 0),
        "paid before": ((0, 777), 5_000),
    }
    for mix, (off, paid) in mixes.items():
        for kind in PaperKind:
            for is_simplified in (True, False):
                name = f"{kind} {'simplified' if is_simplified else 'standard'} {mix}"
                on = replace(_occasion(name, is_simplified=is_simplified), paid_minor=paid)
                yield name, paper(kind, on, goods, (), off)


def _exported_papers() -> Iterator[tuple[str, SemanticInvoice]]:
    """To a person and to a company, with a delivery; a simplified one may not be written of it."""
    goods = [(10_000, Category.EXPORT, 0), (3_333, Category.EXPORT, 0)]
    mixes: dict[str, list[Part]] = {
        "export": [],
        "export delivered": [(4_500, Category.EXPORT, 0)],
    }
    for mix, sides in mixes.items():
        for whose, buyer in {"person": PERSON_ABROAD, "company": BUYER}.items():
            for kind in PaperKind:
                name = f"{kind} standard {mix} {whose}"
                on = replace(_occasion(name, is_simplified=False), buyer=buyer, delivered_to=ABROAD)
                yield name, paper(kind, on, goods, sides, (250,))


def _plain_papers() -> Iterator[tuple[str, SemanticInvoice]]:
    standard, beside = (11_500, Category.STANDARD, RATE), (2_300, Category.STANDARD, RATE)
    mixes = {
        "one rate": ([standard], []),
        "delivery": ([standard, standard], [beside]),
        "discount": ([standard], [(-1_150, Category.STANDARD, RATE), beside]),
        "zero": ([(5_000, Category.ZERO, 0)], []),
        "exempt": ([(5_000, Category.EXEMPT, 0)], []),
        "outside": ([(5_000, Category.OUTSIDE, 0)], []),
        "mixed": ([standard, (5_000, Category.ZERO, 0), (700, Category.EXEMPT, 0)], [beside]),
    }
    mixes |= {f"odd {place}": (goods, []) for place, goods in enumerate(odd_amounts(ODD, RATE))}
    for mix, (goods, sides) in mixes.items():
        for kind in PaperKind:
            for is_simplified in (True, False):
                name = f"{kind} {'simplified' if is_simplified else 'standard'} {mix}"
                yield name, _paper(kind, name, goods, sides, is_simplified=is_simplified)


def _paper(
    kind: PaperKind, name: str, goods: list[Part], sides: list[Part], *, is_simplified: bool
) -> SemanticInvoice:
    return paper(kind, _occasion(name, is_simplified=is_simplified), goods, sides)


def _occasion(name: str, *, is_simplified: bool) -> Occasion:
    return Occasion(
        seller=SELLER,
        buyer=Trader("", Place("SA")) if is_simplified else BUYER,
        moment=now().astimezone(trial.RIYADH),
        currency="SAR",
        number=name.upper().replace(" ", "-"),
        uuid=uuid5(SPACE, name),
        is_simplified=is_simplified,
        reasons=REASONS,
    )


def _keys() -> dict[str, str]:
    issuer, asked = Issuer(), make_request(APPLICANT, "TSTZATCA-Code-Signing")
    token = issuer.certify(issuer.read(asked.csr))
    return {"private_key": asked.private_key, "certificate": b64decode(token).decode()}


def _agreements(rules: Rules) -> Iterator[tuple[str, bool]]:
    """(rule, whether both name it) of faults that we lay into sound papers."""
    keys, authority = _keys(), ZatcaAuthority(ZatcaSettings())
    for rule, told in faulty():
        ours: list[Broken] = broken_rules(told) + authority.faults(told)
        made = authority.compose(told, keys, ChainPlace(1, ""))
        found = rules.broken(made.document.encode())
        yield rule, rule in {one.rule for one in ours} and rule in found


def faulty() -> Iterator[tuple[str, SemanticInvoice]]:
    goods = [(11_500, Category.STANDARD, RATE)]
    sound = _paper(PaperKind.INVOICE, "faulty", goods, [], is_simplified=False)
    note = _paper(PaperKind.CREDIT_NOTE, "faulty", goods, [], is_simplified=False)
    yield "BR-KSA-66", _of_seller(sound, postcode="123")
    yield "BR-KSA-37", _of_seller(sound, building="12")
    yield "BR-KSA-09", _of_seller(sound, district="")
    yield "BR-KSA-40", replace(sound, seller=replace(SELLER, vat_number="210122393500003"))
    yield "BR-KSA-10", replace(sound, buyer=replace(BUYER, place=replace(PLACE, city="")))
    yield "BR-KSA-81", replace(sound, buyer=replace(BUYER, vat_number=""))
    yield "BR-KSA-17", replace(note, reason="")
    yield "BR-KSA-17", replace(note, kind=PaperKind.DEBIT_NOTE, reason="")
    wrong = sound.totals
    yield "BR-CO-10", replace(sound, totals=replace(wrong, lines=wrong.lines * 2))
    yield "BR-CO-13", replace(sound, totals=replace(wrong, net=wrong.net * 2))
    yield "BR-CO-15", replace(sound, totals=replace(wrong, gross=wrong.gross * 2))


def _of_seller(told: SemanticInvoice, **changes: str) -> SemanticInvoice:
    return replace(told, seller=replace(SELLER, place=replace(PLACE, **changes)))


def _has_its_hash(raw: bytes) -> bool:
    """As its signature or its code says."""
    tree = etree.fromstring(raw)
    told = set(tree.xpath(f"//*[@Id='invoiceSignedData']{DIGEST}/text()"))
    for code in tree.xpath(f"//*[*[local-name()='ID']='QR']{HELD}/text()"):
        told.add(qr.fields(code.strip()).get(6, b"").decode())
    return invoice_hash(raw) in told


def _clean(what: str, found: dict[str, set[str]]) -> Judged:
    wrong = [f"{name}: {', '.join(sorted(broken))}" for name, broken in found.items() if broken]
    return Judged(what, len(found) - len(wrong), len(found), wrong)
