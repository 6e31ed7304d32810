"""The signed pass by which a place is known, beside who holds it: no session says more."""

from uuid import UUID

from django.core.signing import BadSignature, Signer

_signer = Signer(salt="tijara.flash_pass")


def pass_of(seller_id: UUID, place_id: UUID) -> str:
    return _signer.sign(f"{seller_id.hex}{place_id.hex}")


def read_pass(told: str) -> tuple[UUID, UUID] | None:
    """(seller, place); None for what we did not sign."""
    try:
        both = _signer.unsign(told)
        return UUID(both[:32]), UUID(both[32:])
    except (BadSignature, ValueError):
        return None
