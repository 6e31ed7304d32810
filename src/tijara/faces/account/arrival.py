"""Who has proved who he is, arrives: his session, his buyer's id, what he picked as a guest."""

from uuid import UUID

from django.contrib.auth import login
from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from tijara.domains.awaiting.queries import waits_everywhere
from tijara.domains.carts.actions import merge_cart
from tijara.domains.carts.queries import picked_lines
from tijara.domains.catalogue.queries import names_of
from tijara.domains.favourites.actions import merge_favourites
from tijara.domains.favourites.queries import favourites_of
from tijara.domains.markets.queries import address_start, markets
from tijara.domains.parties.actions import adopt_guest, open_customer
from tijara.domains.parties.queries import markets_of
from tijara.domains.privacy.actions import take_back_closing
from tijara.domains.reviews.queries import helpful_to
from tijara.faces.account.devices import remember_device
from tijara.faces.account.entering import forget_entering, keep_half_in
from tijara.faces.account.factors import factors_of
from tijara.faces.account.landing import landing
from tijara.faces.account.people import PROVED, as_person
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.powers import BUYER_POWERS
from tijara.ui.directions import see_other
from tijara.ui.language import local, within_market
from tijara.ui.own_pages import MOST, keep_own
from tijara.ui.visitors import BUYER, NUDGE, forget_guest, guest_of, show_hearts, show_pieces

BACKEND = "django.contrib.auth.backends.ModelBackend"


def arrive(request: HttpRequest, person_id, wanted: str) -> HttpResponse:
    """After the first factor: on to the second where one is set, else in."""
    person = ModelBackend().get_user(person_id)
    if factors_of(person_id):
        response = see_other(local("/account/sign-in/second"))
        keep_half_in(response, person, wanted)
        return response
    return seat(request, person, wanted, has_second=False)


def seat(request: HttpRequest, person, wanted: str, *, has_second: bool) -> HttpResponse:
    """Signed in, with a session of a new key: who planted one before holds nothing."""
    guest_id = guest_of(request)
    login(request, person, backend=BACKEND)
    buyer_id = open_customer(actor=as_person(request))
    request.session[BUYER] = str(buyer_id)
    request.session[PROVED] = now().timestamp()
    if person.is_operator and not has_second:
        request.session[NUDGE] = True
    remember_device(request)
    where = wanted or landing(person.pk, is_operator=person.is_operator)
    is_back = take_back_closing(actor=as_person(request))
    response = see_other(where, _("Good that you are back: your account stays.") if is_back else "")
    forget_guest(request, response)
    if guest_id and adopt_guest(actor=as_person(request), guest_id=guest_id):
        actor = Actor(ActorKind.BUYER, person.pk, buyer_id, BUYER_POWERS)
        merge_cart(actor=actor, buyer_id=buyer_id, guest_id=guest_id)
        merge_favourites(actor=actor, buyer_id=buyer_id, guest_id=guest_id)
    _show_carts(request, response, buyer_id)
    if favourites_of(buyer_id):
        show_hearts(response)
    _show_own(request, response, buyer_id, person.email or "")
    forget_entering(response)
    return response


def _show_own(request: HttpRequest, response: HttpResponse, buyer_id: UUID, email: str) -> None:
    """Pages of goods that he waits for, or whose reviews he found helpful, say so from now on."""
    ids = [one.product_id for one in waits_everywhere([buyer_id], email)]
    ids += [product_id for product_id, _when in helpful_to([buyer_id], most=MOST)]
    if ids:
        names = names_of(set(ids))
        keep_own(request, response, [names[one].slug for one in ids if one in names])


def _show_carts(request: HttpRequest, response: HttpResponse, buyer_id: UUID) -> None:
    """Each market has a cart of its own: the mastheads of all of them tell what is in theirs."""
    lines = picked_lines(buyer_id)
    places = markets_of({line.seller_id for line in lines})
    for market in markets():
        pieces = sum(line.quantity for line in lines if places[line.seller_id] == market.id)
        with within_market(address_start(market.id)):
            if pieces:
                show_pieces(request, response, pieces)
