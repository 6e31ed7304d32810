"""What the authority looks at in a document: its hash, stamp and code, its chain, its sums."""

from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from defusedxml import ElementTree

from .. import qr
from ..canonical import Unreadable, invoice_hash
from ..names import CAC, CBC, DS, FIRST_PIH, XADES
from ..signing import text_digest

SPACES = {"cac": CAC, "cbc": CBC, "ds": DS, "xades": XADES}
Fault = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that was sent, read."""

    xml: bytes
    tree: Any

    @classmethod
    def of(cls, told: str) -> "Paper":
        raw = b64decode(told, validate=True)
        try:
            return cls(raw, ElementTree.fromstring(raw))
        except (ElementTree.ParseError, ValueError) as error:
            raise Unreadable(str(error)) from error

    def said(self, path: str) -> str:
        return (self.tree.findtext(path, "", SPACES) or "").strip()

    def reference(self, name: str) -> str:
        for one in self.tree.findall("cac:AdditionalDocumentReference", SPACES):
            if one.findtext("cbc:ID", "", SPACES) == name:
                at = "cac:Attachment/cbc:EmbeddedDocumentBinaryObject"
                return one.findtext(at, "", SPACES) or one.findtext("cbc:UUID", "", SPACES) or ""
        return ""

    @property
    def is_simplified(self) -> bool:
        code = self.tree.find("cbc:InvoiceTypeCode", SPACES)
        return code is not None and str(code.get("name", "")).startswith("02")

    @property
    def counter(self) -> int:
        said = self.reference("ICV")
        return int(said) if said.isascii() and said.isdigit() else 0


def faults(paper: Paper, told_hash: str, hashes_before: dict[int, str]) -> Iterator[Fault]:
    """`hashes_before`: of the unit's documents, by their counter."""
    if invoice_hash(paper.xml) != told_hash:
        yield "invalid-invoice-hash", "The invoice hash API body does not match the XML"
    expected = hashes_before.get(paper.counter - 1, "" if paper.counter > 1 else FIRST_PIH)
    if not paper.counter:
        yield "BR-KSA-33", "Each invoice must have an invoice counter value (KSA-16)."
    elif expected and paper.reference("PIH") != expected:
        yield "KSA-13", "PIH is inValid"
    if hashes_before.get(paper.counter, told_hash) != told_hash:
        yield "KSA-16", "This counter value has been used by another invoice"
    yield from _stamp(paper, told_hash)
    yield from _content(paper)


def _stamp(paper: Paper, told_hash: str) -> Iterator[Fault]:
    certificate, signature = paper.said(".//ds:X509Certificate"), paper.said(".//ds:SignatureValue")
    if not certificate or not signature:
        if paper.is_simplified:
            yield "BR-KSA-60", "Cryptographic stamp (KSA-15) must exist"
        return
    if not _is_signed(certificate, signature, told_hash):
        yield "certificate-hashing", "The signature is not that of this document"
    digests = [one.text for one in paper.tree.iterfind(".//ds:SignedInfo//ds:DigestValue", SPACES)]
    if digests[:1] != [told_hash] or digests[1:] != [text_digest(_properties(paper))]:
        yield "signed-properties-hashing", "Invalid signed properties hashing, SignedProperties"
    if paper.said(".//xades:CertDigest/ds:DigestValue") != text_digest(certificate):
        yield "xadesSignedPropertiesDigestValue", "The certificate's digest is another"
    yield from _code(paper, told_hash, signature)


def _is_signed(certificate: str, signature: str, told_hash: str) -> bool:
    try:
        key = x509.load_der_x509_certificate(b64decode(certificate)).public_key()
        if not isinstance(key, ec.EllipticCurvePublicKey):
            return False
        key.verify(b64decode(signature), b64decode(told_hash), ec.ECDSA(hashes.SHA256()))
    except (ValueError, InvalidSignature):
        return False
    return True


def _properties(paper: Paper) -> str:
    """As the authority hashes them: the text of the document with the namespaces written in."""
    text = paper.xml.decode()
    start, end = text.find("<xades:SignedProperties"), text.find("</xades:SignedProperties>")
    said = text[start : end + len("</xades:SignedProperties>")]
    said = said.replace(" Id=", f' xmlns:xades="{XADES}" Id=', 1)
    for name in ("DigestMethod", "DigestValue", "X509IssuerName", "X509SerialNumber"):
        said = said.replace(f"<ds:{name}", f'<ds:{name} xmlns:ds="{DS}"')
    return said


def _code(paper: Paper, told_hash: str, signature: str) -> Iterator[Fault]:
    try:
        fields = qr.fields(paper.reference("QR"))
    except ValueError:
        yield "BR-KSA-27", "The document must contain a QR code (KSA-14)"
        return
    expected = {
        1: paper.said("cac:AccountingSupplierParty//cbc:RegistrationName"),
        2: paper.said("cac:AccountingSupplierParty//cac:PartyTaxScheme/cbc:CompanyID"),
        3: f"{paper.said('cbc:IssueDate')}T{paper.said('cbc:IssueTime')}",
        4: paper.said("cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount"),
        5: paper.said("cac:TaxTotal/cbc:TaxAmount"),
        6: told_hash,
        7: signature,
    }
    wrong = [tag for tag, said in expected.items() if fields.get(tag, b"").decode() != said]
    if wrong or 8 not in fields or (paper.is_simplified and 9 not in fields):
        yield "QRCODE_INVALID", f"Invalid QR code: fields {wrong}"


def _content(paper: Paper) -> Iterator[Fault]:
    try:
        yield from _sums(paper)
    except InvalidOperation:
        yield "XSD_ZATCA_INVALID", "An amount is no number"
    seller = "cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:"
    asked = ("StreetName", "BuildingNumber", "PostalZone", "CityName", "CitySubdivisionName")
    if not all(paper.said(seller + name) for name in asked):
        yield "BR-KSA-09", "Seller address must contain street name, building number, postal code"
    code = paper.said("cbc:InvoiceTypeCode")
    if code in ("381", "383") and not paper.said("cac:PaymentMeans/cbc:InstructionNote"):
        yield "BR-KSA-17", "Debit and credit note must contain the reason (KSA-10)"
    if code in ("381", "383") and not paper.said("cac:BillingReference//cbc:ID"):
        yield "BR-KSA-56", "The billing reference ID (BT-25) is mandatory"


def _sums(paper: Paper) -> Iterator[Fault]:
    total = "cac:LegalMonetaryTotal/cbc:"
    lines = paper.tree.iterfind("cac:InvoiceLine/cbc:LineExtensionAmount", SPACES)
    told = Decimal(paper.said(f"{total}LineExtensionAmount"))
    if sum((Decimal(one.text or "") for one in lines), Decimal(0)) != told:
        yield "BR-CO-10", "Sum of Invoice line net amount (BT-106) = Σ Invoice line net amount"
    net = Decimal(paper.said(f"{total}TaxExclusiveAmount"))
    tax = Decimal(paper.said("cac:TaxTotal/cbc:TaxAmount"))
    if net + tax != Decimal(paper.said(f"{total}TaxInclusiveAmount")):
        yield "BR-CO-15", "Invoice total amount with VAT = total without VAT + total VAT"
