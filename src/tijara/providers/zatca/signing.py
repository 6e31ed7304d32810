"""The stamp of a Saudi document: XAdES over its hash, by ECDSA on secp256k1.

Three digests are taken of texts, not of bytes, and written as base64 of hexadecimal: that is how
the authority checks them. The spaces in the block of signed properties are part of it.
"""

from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from .names import C14N, DS, ECDSA, SHA256, UBL, XADES, XPATH

LEFT_OUT = (
    "not(//ancestor-or-self::ext:UBLExtensions)",
    "not(//ancestor-or-self::cac:Signature)",
    "not(//ancestor-or-self::cac:AdditionalDocumentReference[cbc:ID='QR'])",
)


@dataclass(frozen=True, slots=True)
class Identity:
    """A unit's key and the certificate that the authority has given it (base64 of DER)."""

    key: ec.EllipticCurvePrivateKey
    certificate: str

    @classmethod
    def of(cls, private_key: str, certificate: str) -> "Identity":
        key = serialization.load_pem_private_key(private_key.encode(), None)
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            raise ValueError("no key on a curve")
        return cls(key, certificate)

    @property
    def parsed(self) -> x509.Certificate:
        return x509.load_der_x509_certificate(b64decode(self.certificate))

    @property
    def public_key(self) -> bytes:
        return self.key.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )

    def sign(self, digest: bytes) -> str:
        return b64encode(self.key.sign(digest, ec.ECDSA(hashes.SHA256()))).decode()


def stamp(identity: Identity, hashed: str, signature: str, signed_at: datetime) -> str:
    """The extensions of a document with this hash."""
    properties = signed_properties(identity, signed_at)
    said = properties.replace(f' xmlns:ds="{DS}"', "").replace(f' xmlns:xades="{XADES}"', "", 1)
    object_ = (
        f'<ds:Object><xades:QualifyingProperties xmlns:xades="{XADES}" Target="signature">'
        f"{said}</xades:QualifyingProperties></ds:Object>"
    )
    of_key = (
        f"<ds:KeyInfo><ds:X509Data><ds:X509Certificate>{identity.certificate}"
        "</ds:X509Certificate></ds:X509Data></ds:KeyInfo>"
    )
    block = (
        f'<ds:Signature xmlns:ds="{DS}" Id="signature">{_signed_info(hashed, properties)}'
        f"<ds:SignatureValue>{signature}</ds:SignatureValue>{of_key}{object_}</ds:Signature>"
    )
    information = (
        "<sac:SignatureInformation>"
        "<cbc:ID>urn:oasis:names:specification:ubl:signature:1</cbc:ID>"
        "<sbc:ReferencedSignatureID>urn:oasis:names:specification:ubl:signature:Invoice"
        f"</sbc:ReferencedSignatureID>{block}</sac:SignatureInformation>"
    )
    spaces = (
        f'xmlns:sig="{UBL}CommonSignatureComponents-2" '
        f'xmlns:sac="{UBL}SignatureAggregateComponents-2" '
        f'xmlns:sbc="{UBL}SignatureBasicComponents-2"'
    )
    return (
        "<ext:UBLExtensions><ext:UBLExtension>"
        "<ext:ExtensionURI>urn:oasis:names:specification:ubl:dsig:enveloped:xades"
        "</ext:ExtensionURI><ext:ExtensionContent>"
        f"<sig:UBLDocumentSignatures {spaces}>{information}</sig:UBLDocumentSignatures>"
        "</ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>"
    )


def signed_properties(identity: Identity, signed_at: datetime) -> str:
    """With its namespaces written in: in this form it is hashed, in the document it has none."""
    parsed = identity.parsed
    ds, gap = f' xmlns:ds="{DS}"', "\n" + " " * 32
    lines = (
        f'<xades:SignedProperties xmlns:xades="{XADES}" Id="xadesSignedProperties">',
        "    <xades:SignedSignatureProperties>",
        f"        <xades:SigningTime>{signed_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
        "</xades:SigningTime>",
        "        <xades:SigningCertificate>",
        "            <xades:Cert>",
        "                <xades:CertDigest>",
        f'                    <ds:DigestMethod{ds} Algorithm="{SHA256}"/>',
        f"                    <ds:DigestValue{ds}>{text_digest(identity.certificate)}"
        "</ds:DigestValue>",
        "                </xades:CertDigest>",
        "                <xades:IssuerSerial>",
        f"                    <ds:X509IssuerName{ds}>{issuer(parsed)}</ds:X509IssuerName>",
        f"                    <ds:X509SerialNumber{ds}>{parsed.serial_number}"
        "</ds:X509SerialNumber>",
        "                </xades:IssuerSerial>",
        "            </xades:Cert>",
        "        </xades:SigningCertificate>",
        "    </xades:SignedSignatureProperties>",
        "</xades:SignedProperties>",
    )
    return gap.join(lines)


def text_digest(text: str) -> str:
    return b64encode(sha256(text.encode()).hexdigest().encode()).decode()


def issuer(certificate: x509.Certificate) -> str:
    """ "CN=TSZEINVOICE-SubCA-1, DC=extgazt, DC=gov, DC=local": the last name first."""
    names = [
        f"{one.rfc4514_attribute_name}={_said(one.value)}"
        for one in reversed(list(certificate.issuer))
    ]
    return ", ".join(names)


def _said(value: str | bytes) -> str:
    return value if isinstance(value, str) else value.decode("utf-8", "replace")


def _signed_info(hashed: str, properties: str) -> str:
    transforms = "".join(
        f'<ds:Transform Algorithm="{XPATH}"><ds:XPath>{what}</ds:XPath></ds:Transform>'
        for what in LEFT_OUT
    )
    return (
        f'<ds:SignedInfo><ds:CanonicalizationMethod Algorithm="{C14N}"/>'
        f'<ds:SignatureMethod Algorithm="{ECDSA}"/>'
        '<ds:Reference Id="invoiceSignedData" URI=""><ds:Transforms>'
        f'{transforms}<ds:Transform Algorithm="{C14N}"/></ds:Transforms>'
        f'<ds:DigestMethod Algorithm="{SHA256}"/><ds:DigestValue>{hashed}</ds:DigestValue>'
        "</ds:Reference>"
        '<ds:Reference Type="http://www.w3.org/2000/09/xmldsig#SignatureProperties" '
        'URI="#xadesSignedProperties">'
        f'<ds:DigestMethod Algorithm="{SHA256}"/>'
        f"<ds:DigestValue>{text_digest(properties)}</ds:DigestValue></ds:Reference></ds:SignedInfo>"
    )
