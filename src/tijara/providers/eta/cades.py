"""CAdES-BES signatures as Egypt's authority wants them: CMS signed data over the canonical text,
which is not enclosed; the type of what was signed is *digested data*; RSA with SHA-256.

Four attributes are signed: that type, the digest of the text, the moment, and the digest of the
certificate (RFC 5035), so that no other certificate can be put in its place.
"""

from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from . import der

SIGNED_DATA = der.oid("1.2.840.113549.1.7.2")
DIGESTED_DATA = der.oid("1.2.840.113549.1.7.5")
CONTENT_TYPE = der.oid("1.2.840.113549.1.9.3")
MESSAGE_DIGEST = der.oid("1.2.840.113549.1.9.4")
SIGNING_TIME = der.oid("1.2.840.113549.1.9.5")
SIGNING_CERTIFICATE = der.oid("1.2.840.113549.1.9.16.2.47")
DIGEST = der.sequence(der.oid("2.16.840.1.101.3.4.2.1"))
RSA = der.sequence(der.oid("1.2.840.113549.1.1.1"), der.element(der.NULL))
BY_SERIAL, AS_SET, SKIPPED = 1, der.SET, der.CONTEXT_0


class NotSigned(ValueError):
    """What was brought is no such signature of this text; says why."""


def signature(
    text: str, certificate: x509.Certificate, sign: Callable[[bytes], bytes], at: datetime
) -> str:
    """In base64. `sign` is the token's, or the key's: RSA with PKCS #1 v1.5 and SHA-256 over the
    bytes that it is given."""
    own = certificate.public_bytes(Encoding.DER)
    attributes = [
        _attribute(CONTENT_TYPE, DIGESTED_DATA),
        _attribute(MESSAGE_DIGEST, der.element(der.OCTETS, sha256(text.encode()).digest())),
        _attribute(SIGNING_TIME, _moment(at)),
        _attribute(SIGNING_CERTIFICATE, _certificate(own)),
    ]
    issuer = certificate.issuer.public_bytes()
    signer = der.sequence(
        der.integer(BY_SERIAL),
        der.sequence(issuer, der.integer(certificate.serial_number)),
        DIGEST,
        _as_implicit(der.set_of(*attributes)),
        RSA,
        der.element(der.OCTETS, sign(der.set_of(*attributes))),
    )
    signed = der.sequence(
        der.integer(3),
        der.set_of(DIGEST),
        der.sequence(DIGESTED_DATA),
        der.element(der.CONTEXT_0, own),
        der.set_of(signer),
    )
    whole = der.sequence(SIGNED_DATA, der.element(der.CONTEXT_0, signed))
    return b64encode(whole).decode()


def opened(text: str, brought: str) -> x509.Certificate:
    """Whose certificate has signed exactly this text; NotSigned else."""
    try:
        kind, inside = der.read(b64decode(brought, validate=True)).parts
        (signed,) = inside.parts
        _version, _digests, content, certificates, signers = signed.parts
        (signer,) = signers.parts
        _by, _name, _digest, attributes, _algorithm, value = signer.parts
        certificate = x509.load_der_x509_certificate(certificates.body)
        pairs = [(name.whole, value) for name, value in (one.parts for one in attributes.parts)]
        types = [one.whole for one in content.parts]
        key = certificate.public_key()
    except (Error, ValueError, x509.InvalidVersion, UnsupportedAlgorithm) as error:
        raise NotSigned("it is no CMS signature with one signer") from error
    if kind.whole != SIGNED_DATA or types != [DIGESTED_DATA]:
        raise NotSigned("it does not sign digested data, or encloses it")
    _check(text, certificate, dict(pairs))
    if not isinstance(key, RSAPublicKey):
        raise NotSigned("the key is not of RSA")
    try:
        key.verify(value.body, bytes((AS_SET,)) + attributes.whole[1:], PKCS1v15(), SHA256())
    except InvalidSignature as error:
        raise NotSigned("the certificate's key has not signed this") from error
    return certificate


def _check(text: str, certificate: x509.Certificate, told: dict[bytes, der.Node]) -> None:
    own = certificate.public_bytes(Encoding.DER)
    digest = der.element(der.OCTETS, sha256(text.encode()).digest())
    expected = {
        CONTENT_TYPE: DIGESTED_DATA,
        MESSAGE_DIGEST: digest,
        SIGNING_CERTIFICATE: _certificate(own),
    }
    for name, value in expected.items():
        if name not in told or told[name].body != value:
            raise NotSigned("a signed attribute is missing, or of something else")
    if SIGNING_TIME not in told:
        raise NotSigned("the moment of the signature is missing")


def _attribute(name: bytes, value: bytes) -> bytes:
    return der.sequence(name, der.set_of(value))


def _certificate(own: bytes) -> bytes:
    """By its SHA-256, which needs no name."""
    digest = der.element(der.OCTETS, sha256(own).digest())
    return der.sequence(der.sequence(der.sequence(digest)))


def _moment(at: datetime) -> bytes:
    return der.element(der.UTC_TIME, f"{at.astimezone(UTC):%y%m%d%H%M%SZ}".encode())


def _as_implicit(attributes: bytes) -> bytes:
    """They are signed as a set, and stand in the signature under the place that they have there."""
    return bytes((SKIPPED,)) + attributes[1:]
