"""The form by which somebody stands in line: believed once it could be read, and only from whoever
it was shown to.

It says, signed, of which sale it is, to whom it was shown and when. A visitor who is nobody yet
gets an id in a cookie of some hours: it is his buyer's, once he stands in line. Since a buyer has
one place, a form that was fetched is good for one, however often it is sent, and a weak network
may send it again.
"""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer, TimestampSigner
from django.http import HttpRequest, HttpResponse

from tijara.domains.flash_sales.actions import TooQuick
from tijara.domains.flash_sales.shapes import PlaceView, SaleView
from tijara.faces.storefront.buyers import known_buyer, known_buyers
from tijara.kit.ids import new_id
from tijara.ui.visitors import FLASH_LOOK_COOKIE

READING = timedelta(milliseconds=1200)
"""Nobody has read the page and pressed a button sooner."""
LATEST = timedelta(hours=12)
_shown = TimestampSigner(salt="tijara.flash_shown")
_looker = Signer(salt="tijara.flash_look")


def looker_of(request: HttpRequest, place: PlaceView | None) -> UUID | None:
    """Whoever looks: the buyer of the place, the one that is known, or the one of the last look."""
    if place is not None:
        return place.buyer_id
    return known_buyer(request) or _looked(request)


def form_of(sale: SaleView, looker: UUID) -> str:
    return _shown.sign(f"{sale.id.hex}{looker.hex}")


def first_look(request: HttpRequest, place: PlaceView | None) -> tuple[UUID, bool]:
    """The looker, and whether he is new."""
    known = looker_of(request, place)
    return (known, False) if known else (new_id(), True)


def keep_look(response: HttpResponse, looker: UUID) -> None:
    response.set_cookie(
        FLASH_LOOK_COOKIE,
        _looker.sign(looker.hex),
        max_age=int(LATEST.total_seconds()),
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def forget_look(request: HttpRequest, response: HttpResponse) -> None:
    """It has become his place."""
    if FLASH_LOOK_COOKIE in request.COOKIES:
        response.delete_cookie(FLASH_LOOK_COOKIE, samesite="Lax")


def read_form(request: HttpRequest, sale: SaleView, looker: UUID | None) -> UUID:
    """Who sends it, or TooQuick: what comes at once was not read, and what was shown to somebody
    else is not his. Who has signed in meanwhile sends what was shown to him before."""
    told = _read(request.POST.get("shown", ""))
    if told is None or told[0] != sale.id or looker is None:
        raise TooQuick()
    if told[1] not in {looker, _looked(request), *known_buyers(request)}:
        raise TooQuick()
    return looker


def _read(form: str) -> tuple[UUID, UUID] | None:
    try:
        said = _shown.unsign(form, max_age=LATEST)
        told = UUID(said[:32]), UUID(said[32:])
    except (BadSignature, ValueError):
        return None
    try:
        _shown.unsign(form, max_age=READING)
    except BadSignature:
        return told
    return None


def _looked(request: HttpRequest) -> UUID | None:
    try:
        return UUID(_looker.unsign(request.COOKIES.get(FLASH_LOOK_COOKIE, "")))
    except (BadSignature, ValueError):
        return None
