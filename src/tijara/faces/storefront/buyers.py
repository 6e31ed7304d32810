"""Who is shopping: a guest is known by a signed cookie, made when he first needs it."""

from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse

from tijara.kit.actor import Actor, ActorKind
from tijara.kit.powers import BUYER_POWERS

COOKIE = "buyer"
A_YEAR = 365 * 24 * 3600
_signer = Signer(salt="tijara.buyer")


def known_buyer(request: HttpRequest) -> UUID | None:
    """The buyer of the cookie; None without one, and for one that we did not sign."""
    signed = request.COOKIES.get(COOKIE)
    if not signed:
        return None
    try:
        return UUID(_signer.unsign(signed))
    except (BadSignature, ValueError):
        return None


def remember(response: HttpResponse, buyer_id: UUID) -> None:
    """Keep the buyer for a year from his last change."""
    response.set_cookie(
        COOKIE,
        _signer.sign(buyer_id.hex),
        max_age=A_YEAR,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def as_actor(buyer_id: UUID) -> Actor:
    return Actor(ActorKind.BUYER, owner_id=buyer_id, powers=BUYER_POWERS)
