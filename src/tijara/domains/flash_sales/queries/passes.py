"""The signed pass by which a place is known, beside who holds it: no session says more."""

from typing import NamedTuple
from uuid import UUID

from django.core.signing import BadSignature, Signer

_signer = Signer(salt="tijara.flash_pass")


class Pass(NamedTuple):
    seller_id: UUID
    place_id: UUID
    reader: str
    """The mark of the session in which it was given; empty, of none."""


def pass_of(seller_id: UUID, place_id: UUID, reader: str = "") -> str:
    return _signer.sign(f"{seller_id.hex}{place_id.hex}{reader}")


def read_pass(told: str) -> Pass | None:
    """None for what we did not sign."""
    try:
        whole = _signer.unsign(told)
        return Pass(UUID(whole[:32]), UUID(whole[32:64]), whole[64:])
    except (BadSignature, ValueError):
        return None
