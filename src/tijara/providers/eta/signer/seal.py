"""A seller's seal: his certificate, and the key that signs for him."""

from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization.pkcs12 import load_key_and_certificates

from tijara.kit.clock import now

from ..cades import signature


class SealUnreadable(ValueError):
    """No such file, another password, or no RSA key with its certificate in it."""


@dataclass(frozen=True, slots=True)
class Seal:
    certificate: x509.Certificate
    key: RSAPrivateKey

    def sign(self, text: str) -> str:
        """A CAdES-BES signature of the text, in base64."""
        return signature(text, self.certificate, self._signed, now())

    def _signed(self, told: bytes) -> bytes:
        return self.key.sign(told, PKCS1v15(), SHA256())


def seal_of(content: bytes, password: str) -> Seal:
    try:
        key, certificate, _ = load_key_and_certificates(content, password.encode())
    except ValueError as error:
        raise SealUnreadable("the file can't be opened with this password") from error
    if not isinstance(key, RSAPrivateKey) or certificate is None:
        raise SealUnreadable("the file holds no RSA key with its certificate")
    return Seal(certificate, key)
