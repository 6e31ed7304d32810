"""The authority's own house: it signs the certificates of units with a key of its own."""

from base64 import b64decode, b64encode
from datetime import timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from tijara.kit.clock import now

YEARS = timedelta(days=730)


class NoRequest(ValueError):
    """No request for a certificate, or not as it must be filled in."""


class Issuer:
    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256K1())
        self._name = x509.Name(
            [
                x509.NameAttribute(NameOID.DOMAIN_COMPONENT, "local"),
                x509.NameAttribute(NameOID.DOMAIN_COMPONENT, "gov"),
                x509.NameAttribute(NameOID.DOMAIN_COMPONENT, "extgazt"),
                x509.NameAttribute(NameOID.COMMON_NAME, "SIMULATED-SubCA-1"),
            ]
        )

    def read(self, csr: str) -> x509.CertificateSigningRequest:
        try:
            asked = x509.load_pem_x509_csr(b64decode(csr, validate=True))
            names = asked.extensions.get_extension_for_class(x509.SubjectAlternativeName)
        except (ValueError, x509.ExtensionNotFound) as error:
            raise NoRequest(str(error)) from error
        key = asked.public_key()
        if not isinstance(key, ec.EllipticCurvePublicKey) or key.curve.name != "secp256k1":
            raise NoRequest("the key is not on secp256k1")
        if not asked.is_signature_valid or not names.value:
            raise NoRequest("the request is not signed by its key")
        return asked

    def certify(self, asked: x509.CertificateSigningRequest) -> str:
        """A token: base64 of the base64 of a certificate."""
        made = (
            x509.CertificateBuilder()
            .subject_name(asked.subject)
            .issuer_name(self._name)
            .public_key(asked.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now() - timedelta(minutes=5))
            .not_valid_after(now() + YEARS)
            .sign(self._key, hashes.SHA256())
        )
        der = b64encode(made.public_bytes(Encoding.DER))
        return b64encode(der).decode()
