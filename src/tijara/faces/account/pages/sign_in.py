"""Sign in: sellers' people and the operator's staff. Buyers need no account."""

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tijara.domains.accounts.actions import TooManyTries, WrongPassword, check_sign_in
from tijara.domains.accounts.queries import demonstration_accounts
from tijara.domains.accounts.shapes import AccountCard
from tijara.domains.parties.queries import sellers_of
from tijara.domains.stores.queries import stores
from tijara.faces.account.landing import landing, safe_next
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.powers import VISITOR_POWERS
from tijara.kit.refusal import Refusal
from tijara.ui.directions import see_other
from tijara.ui.refusal_texts import sentence_of

VISITOR = Actor(ActorKind.BUYER, powers=VISITOR_POWERS)
BACKEND = "django.contrib.auth.backends.ModelBackend"


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _check(request)
    if not request.user.is_authenticated:
        return _form(request)
    person = request.user
    return see_other(safe_next(request) or landing(person.pk, is_operator=person.is_operator))


def _check(request: HttpRequest) -> HttpResponse:
    try:
        found = check_sign_in(
            actor=VISITOR,
            email=request.POST.get("email", ""),
            password=request.POST.get("password", ""),
            address=request.META.get("REMOTE_ADDR", ""),
        )
    except WrongPassword as refusal:
        return _form(request, refusal, status=422)
    except TooManyTries as refusal:
        response = _form(request, refusal, status=429)
        response["Retry-After"] = str(refusal.facts["minutes"] * 60)
        return response
    login(request, ModelBackend().get_user(found.id), backend=BACKEND)
    return see_other(safe_next(request) or landing(found.id, is_operator=found.is_operator))


def _form(
    request: HttpRequest, refusal: Refusal | None = None, *, status: int = 200
) -> HttpResponse:
    context = {
        "email": request.POST.get("email", ""),
        "next": safe_next(request),
        "problem": sentence_of(refusal) if refusal else "",
        "people": _demonstration_people() if settings.DEMONSTRATION else [],
        "password": settings.DEMONSTRATION_PASSWORD,
    }
    return render(request, "account/sign_in.html", context, status=status)


def _demonstration_people() -> list[tuple[AccountCard, object]]:
    """Each with his store, or None for staff."""
    people = demonstration_accounts()
    sellers = [person for person in people if not person.is_operator]
    places = {person.id: next(iter(sellers_of(person.id)), None) for person in sellers}
    cards = stores([seller_id for seller_id in places.values() if seller_id])
    return [(person, cards.get(places.get(person.id))) for person in people]
