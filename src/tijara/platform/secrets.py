"""Secrets at rest: sealed with a key of the installation's secret, opened only where they belong.

A sealed text reads `1.<key id>.<nonce and ciphertext>`. The key id says which of the installation's
secrets it was sealed with: after a change of SECRET_KEY the old one stays in SECRET_KEY_FALLBACKS
as long as anything is sealed with it; without it, what was sealed must be entered again.
"""

import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from functools import cache
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

VERSION = "1"
NONCE_BYTES = 12


class SealBroken(Exception):
    """Not what was sealed: changed, cut off, sealed about something else, or by another key."""


def seal(text: str, *, about: str) -> str:
    """`text` so that only this installation reads it, and only as the secret of `about`.

    `about` names the row and the field ("markets.bank_iban:<id>"); moved elsewhere, it won't open.
    """
    key_id, key = _key(settings.SECRET_KEY)
    nonce = os.urandom(NONCE_BYTES)
    sealed = AESGCM(key).encrypt(nonce, text.encode(), _bound_to(key_id, about))
    return ".".join((VERSION, key_id, urlsafe_b64encode(nonce + sealed).decode()))


def open_sealed(sealed: str, *, about: str) -> str:
    """What was sealed about this; SealBroken if it was touched in any way."""
    version, _, rest = sealed.partition(".")
    key_id, _, body = rest.partition(".")
    key = _known_keys().get(key_id)
    if version != VERSION or key is None:
        raise SealBroken("sealed by a key that this installation does not know")
    try:
        raw = urlsafe_b64decode(body.encode())
        if urlsafe_b64encode(raw).decode() != body:
            raise SealBroken("written in another way than seal writes")
        plain = AESGCM(key).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], _bound_to(key_id, about))
    except (InvalidTag, NotBase64, ValueError) as error:
        raise SealBroken("this is not what was sealed") from error
    return plain.decode()


def sealed_now() -> str:
    """How every text begins that the installation's secret of today has sealed."""
    return f"{VERSION}.{_key(settings.SECRET_KEY)[0]}."


def _known_keys() -> dict[str, bytes]:
    return dict(_key(secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))


@cache
def _key(secret: str) -> tuple[str, bytes]:
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"tijara.platform.secrets.1")
    key = derive.derive(secret.encode())
    return sha256(b"id:" + key).hexdigest()[:8], key


def _bound_to(key_id: str, about: str) -> bytes:
    return f"{VERSION}.{key_id}.{about}".encode()
