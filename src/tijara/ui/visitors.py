"""Who is at the door, as far as every face may know: the guest's cookie, the session's keys."""

import secrets
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse

from tijara.ui.own_pages import OWN_COOKIE
from tijara.ui.readers import CART_COOKIE, cart_cookie

GUEST_COOKIE, CHECKOUT_COOKIE = "buyer", "checkout"
HEARTS_COOKIE = "hearts"
"""Changes with what is kept for later: scripts read it, and then ask anew what that is. It says
nothing else."""
FLASH_COOKIE = "flash_pass"
"""Places in the queues of flash sales: a cookie each, "flash_pass_0a1b…", named by its sale."""
FLASH_LOOK_COOKIE = f"{FLASH_COOKIE}_look"
"""Who looks at a flash sale and is nobody yet: some hours."""
BUYER = "buyer_id"
"""The session's key for the buyer's id of the person who has signed in."""
SELLER = "seller_id"
"""The session's key for the store that a person of several stores works in now."""
NUDGE = "needs_second_factor"
"""The session's key that is set for staff who protect their account by one factor only."""
A_YEAR = 365 * 24 * 3600
_signer = Signer(salt="tijara.buyer")


def is_signed_in(request: HttpRequest) -> bool:
    """A visitor without a session costs nothing."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated


def guest_of(request: HttpRequest) -> UUID | None:
    """The guest of the cookie; None without one, and for one that we did not sign."""
    signed = request.COOKIES.get(GUEST_COOKIE)
    if not signed:
        return None
    try:
        return UUID(_signer.unsign(signed))
    except (BadSignature, ValueError):
        return None


def remember_guest(response: HttpResponse, buyer_id: UUID) -> None:
    """For a year from his last change."""
    _keep(response, GUEST_COOKIE, _signer.sign(buyer_id.hex))


def show_pieces(request: HttpRequest, response: HttpResponse, pieces: int) -> None:
    """Tell the masthead of later pages how many pieces are in the cart now."""
    told = response.cookies.get(cart_cookie())
    if (told.value if told else request.COOKIES.get(cart_cookie())) != str(pieces):
        _keep(response, cart_cookie(), str(pieces))


def show_hearts(response: HttpResponse) -> None:
    """Tell the scripts of later pages that what is kept for later has changed."""
    _keep(response, HEARTS_COOKIE, secrets.token_hex(4), is_read=True)


def forget_guest(request: HttpRequest, response: HttpResponse) -> None:
    """He has signed in, and his carts are a person's. The checkout that he has begun goes on, with
    the units that it holds."""
    _drop(request, response, GUEST_COOKIE, CART_COOKIE, HEARTS_COOKIE, FLASH_LOOK_COOKIE)


def forget_visitor(request: HttpRequest, response: HttpResponse) -> None:
    """Whoever comes next in this browser is a new guest."""
    names = (GUEST_COOKIE, CART_COOKIE, CHECKOUT_COOKIE, HEARTS_COOKIE, FLASH_COOKIE, OWN_COOKIE)
    _drop(request, response, *names)


def _drop(request: HttpRequest, response: HttpResponse, *names: str) -> None:
    """In every market, and of every sale: "cart_count" and "cart_count_eg" both."""
    of_each = tuple(f"{name}_" for name in names)
    for name in (*names, *(one for one in request.COOKIES if one.startswith(of_each))):
        response.delete_cookie(name, samesite="Lax")


def _keep(response: HttpResponse, name: str, value: str, *, is_read: bool = False) -> None:
    """`is_read`: by the pages' own scripts, too."""
    response.set_cookie(
        name,
        value,
        max_age=A_YEAR,
        httponly=not is_read,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
