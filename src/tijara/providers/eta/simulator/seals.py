"""A seal for trials: a certificate that nobody trusts, made when it is asked for first."""

from datetime import timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID

from tijara.kit.clock import now

from ..signer import Seal


@cache
def seal_of_trial() -> Seal:
    key: RSAPrivateKey = generate_private_key(65537, 2048)
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "EG"),
            x509.NameAttribute(NameOID.COMMON_NAME, "Seal of trial"),
        ]
    )
    made = now()
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(made - timedelta(days=1))
        .not_valid_after(made + timedelta(days=365))
        .sign(key, SHA256())
    )
    return Seal(certificate, key)
