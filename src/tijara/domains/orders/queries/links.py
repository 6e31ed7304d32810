"""The links by which guests open their orders."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from uuid import UUID

from django.core.signing import BadSignature, Signer

LINKS = Signer(salt="tijara.orders.link")


def order_link_token(seller_id: UUID, order_id: UUID) -> str:
    """What a guest opens his order with. It can't be guessed or altered."""
    key = urlsafe_b64encode(seller_id.bytes + order_id.bytes).decode().rstrip("=")
    return LINKS.sign(key)


def read_order_token(token: str) -> tuple[UUID, UUID] | None:
    """(seller id, order id), or None for a token that we did not make."""
    try:
        raw = urlsafe_b64decode(LINKS.unsign(token) + "=")
    except (BadSignature, ValueError):
        return None
    return UUID(bytes=raw[:16]), UUID(bytes=raw[16:])
