"""The audit of a sale as a file: who got what, in which turn, and a seal that anybody can check."""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from hashlib import sha256
from typing import Any
from uuid import UUID

import orjson
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from tijara.kit.clock import now

from ..models import Place, Sale
from ..rules import drawn, lot_of
from .sales import sale as sale_view

VERSION = 1
KIND = "tijara flash sale audit"
SEAL = ("sha256", "signature", "public_key")
PLACES = ("id", "position", "drawn", "joined_at", "called_at", "state", "item", "quantity", "order")
LATE_COMMIT_SECONDS = 10
"""Two who came at once may stand in either order: a place counts from its commit."""


class AuditBroken(Exception):
    """The file is not what was sealed, or does not keep what a sale promises. Says what."""


def audit_of(seller_id: UUID, sale_id: UUID) -> bytes | None:
    """Its canonical JSON, sealed. Until the sale has begun nobody sees the seed."""
    sale = sale_view(seller_id, sale_id)
    if sale is None:
        return None
    seed = bytes(Sale.objects.values_list("seed", flat=True).get(seller_id=seller_id, id=sale_id))
    numbers = {item.id: place for place, item in enumerate(sale.items)}
    rows = Place.objects.filter(seller_id=seller_id, sale_id=sale_id).order_by("position", "id")
    columns = (
        "id",
        "position",
        "is_drawn",
        "joined_at",
        "called_at",
        "state",
        "item_id",
        "quantity",
        "number",
    )
    places = [
        [str(id), *moments, state, numbers[item], quantity, number[-5:]]
        for id, *moments, state, item, quantity, number in rows.values_list(*columns)
    ]
    told: dict[str, Any] = {
        "kind": KIND,
        "version": VERSION,
        "written_at": now(),
        "sale": sale.id,
        "name": sale.name_ar,
        "state": sale.state,
        "starts_at": sale.starts_at,
        "ends_at": sale.ends_at,
        "per_person": sale.per_person,
        "per_household": sale.per_household,
        "lot": sale.lot,
        "seed": seed.hex() if sale.starts_at <= now() else "",
        "items": [
            {"units": item.units, "sold": item.sold, "held": item.held, "price": item.price.minor}
            for item in sale.items
        ],
        "columns": PLACES,
        "places": places,
    }
    return _sealed(told)


def public_key() -> str:
    return b64encode(_private_key().public_key().public_bytes_raw()).decode()


def read_audit(content: bytes, trusted_key: str = "") -> dict[str, Any]:
    """What it says, where seal and promises hold; else AuditBroken. `trusted_key`: whose seal it
    must be; without it, that of the key in the file."""
    try:
        told = orjson.loads(content)
        seal = {name: told.pop(name) for name in SEAL}
        signature, key = b64decode(seal["signature"]), b64decode(seal["public_key"])
        verifier = Ed25519PublicKey.from_public_bytes(key)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise AuditBroken("this is no audit of a flash sale") from error
    if trusted_key and trusted_key != seal["public_key"]:
        raise AuditBroken("sealed with another key")
    digest = sha256(_canonical(told)).digest()
    if digest.hex() != seal["sha256"]:
        raise AuditBroken("the hash is another one: it was changed")
    try:
        verifier.verify(signature, digest)
    except InvalidSignature as error:
        raise AuditBroken("the signature does not fit") from error
    if told.get("kind") != KIND or told.get("version") != VERSION:
        raise AuditBroken("not a kind of audit that is known here")
    _check(told)
    return told


def _check(told: dict[str, Any]) -> None:
    places = [dict(zip(told["columns"], row, strict=True)) for row in told["places"]]
    for number, item in enumerate(told["items"]):
        sold = sum(
            one["quantity"] for one in places if one["item"] == number and one["state"] == "bought"
        )
        if sold != item["sold"]:
            raise AuditBroken(f"item {number + 1}: {item['sold']} sold, places say {sold}")
        if item["sold"] + item["held"] > item["units"]:
            raise AuditBroken(f"item {number + 1}: more sold and held than there was")
    if any(one["quantity"] > told["per_person"] for one in places):
        raise AuditBroken("somebody has more than a person may")
    if told["seed"]:
        _check_queue(told, [one for one in places if one["position"] is not None])


def _check_queue(told: dict[str, Any], numbered: Sequence[dict[str, Any]]) -> None:
    seed = bytes.fromhex(told["seed"])
    if lot_of(seed) != told["lot"]:
        raise AuditBroken("the seed is not that of which the hash was shown")
    by_lot = [UUID(one["id"]) for one in numbered if one["drawn"]]
    if by_lot != drawn(seed, by_lot):
        raise AuditBroken("the order is not that of the lot")
    latest = ""
    for one in numbered:
        if one["drawn"]:
            continue
        if latest and _seconds(one["joined_at"]) < _seconds(latest) - LATE_COMMIT_SECONDS:
            raise AuditBroken(f"place {one['position']} came before one who stands before it")
        latest = max(latest, one["joined_at"])


def _seconds(moment: str) -> float:
    from_text = moment.replace("Z", "+00:00")
    return datetime.fromisoformat(from_text).timestamp()


def _sealed(told: dict[str, Any]) -> bytes:
    plain = orjson.loads(orjson.dumps(told, default=str))
    digest = sha256(_canonical(plain)).digest()
    plain["sha256"] = digest.hex()
    plain["signature"] = b64encode(_private_key().sign(digest)).decode()
    plain["public_key"] = public_key()
    return orjson.dumps(plain, option=orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2)


def _canonical(told: dict[str, Any]) -> bytes:
    return orjson.dumps(told, option=orjson.OPT_SORT_KEYS)


@cache
def _private_key() -> Ed25519PrivateKey:
    """The installation's own, of its secret: the same as long as that is."""
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"tijara.flash_sales.audit.1")
    return Ed25519PrivateKey.from_private_bytes(derive.derive(settings.SECRET_KEY.encode()))
