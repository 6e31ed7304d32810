"""A unit's key and the request for its certificate (CSR), as the authority wants it filled in."""

from base64 import b64encode
from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tijara.domains.invoicing.shapes import Applicant

TEMPLATE = x509.ObjectIdentifier("1.3.6.1.4.1.311.20.2")
REGISTERED_ADDRESS = x509.ObjectIdentifier("2.5.4.26")
BOTH_KINDS = "1100"
"""Standard and simplified papers."""
PRINTABLE = 0x13


@dataclass(frozen=True, slots=True)
class Request:
    private_key: str
    """PEM: a secret."""
    csr: str
    """Base64 of its PEM."""


def make_request(applicant: Applicant, template: str) -> Request:
    key = ec.generate_private_key(ec.SECP256K1())
    facts = applicant.facts
    subject = _name(
        (NameOID.COUNTRY_NAME, applicant.country),
        (NameOID.ORGANIZATIONAL_UNIT_NAME, facts.branch),
        (NameOID.ORGANIZATION_NAME, applicant.legal_name),
        (NameOID.COMMON_NAME, f"TIJARA-{applicant.unit.hex[:12]}-{applicant.vat_number}"),
    )
    beside = _name(
        (NameOID.SURNAME, f"1-Tijara|2-1|3-{applicant.unit}"),
        (NameOID.USER_ID, applicant.vat_number),
        (NameOID.TITLE, BOTH_KINDS),
        (REGISTERED_ADDRESS, f"{facts.building} {facts.street} {facts.city}"),
        (NameOID.BUSINESS_CATEGORY, facts.business),
    )
    said = template.encode("ascii")
    made = (
        x509.CertificateSigningRequestBuilder()
        .subject_name(subject)
        .add_extension(
            x509.UnrecognizedExtension(TEMPLATE, bytes((PRINTABLE, len(said))) + said),
            critical=False,
        )
        .add_extension(x509.SubjectAlternativeName([x509.DirectoryName(beside)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return Request(pem.decode(), b64encode(made.public_bytes(serialization.Encoding.PEM)).decode())


def _name(*told: tuple[x509.ObjectIdentifier, str]) -> x509.Name:
    return x509.Name([x509.NameAttribute(what, _cut(said)) for what, said in told])


def _cut(said: str) -> str:
    """A certificate's names hold at most 64 letters."""
    return said[:64]
