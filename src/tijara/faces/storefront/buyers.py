"""Who is shopping: the person who has signed in, else a guest, known by a signed cookie."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from tijara.domains.parties.actions import open_customer
from tijara.domains.parties.queries import buyers_of
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.powers import BUYER_POWERS, VISITOR_POWERS
from tijara.ui.visitors import BUYER, guest_of, is_signed_in, remember_guest


def known_buyer(request: HttpRequest) -> UUID | None:
    """None for a visitor who has not needed an id yet. Guests cost no statement; who has signed in,
    his session and his account."""
    return _own(request) if is_signed_in(request) else guest_of(request)


def known_buyers(request: HttpRequest) -> list[UUID]:
    """All ids under which this visitor has bought: his own, and those of guests that he was."""
    buyer_id = known_buyer(request)
    if buyer_id is None or not is_signed_in(request):
        return [buyer_id] if buyer_id else []
    return list(dict.fromkeys([buyer_id, *buyers_of(request.user.pk)]))


def known_person(request: HttpRequest) -> UUID | None:
    """Who has signed in. No statement: his session says it."""
    return request.user.pk if is_signed_in(request) else None


def remember(request: HttpRequest, response: HttpResponse, buyer_id: UUID) -> None:
    """Keep a guest for a year from his last change. Who has signed in is kept by his session."""
    if not is_signed_in(request):
        remember_guest(response, buyer_id)


def as_actor(buyer_id: UUID) -> Actor:
    return Actor(ActorKind.BUYER, owner_id=buyer_id, powers=BUYER_POWERS)


def _own(request: HttpRequest) -> UUID:
    """Signing in has put it into the session; who was let in otherwise gets it now."""
    said = request.session.get(BUYER)
    if said is None:
        person = Actor(ActorKind.BUYER, request.user.pk, powers=VISITOR_POWERS)
        said = request.session[BUYER] = str(open_customer(actor=person))
    return UUID(said)
