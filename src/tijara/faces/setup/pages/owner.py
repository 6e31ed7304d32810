"""The owner proves himself by the key that was printed where the installation runs, and has an
account."""

import re
from urllib.parse import parse_qs

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.backends import ModelBackend
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tijara.domains.accounts.actions import EmailTaken
from tijara.domains.accounts.queries import recipient_of
from tijara.domains.installation.actions import (
    KeyOver,
    KeyWrong,
    SetupOver,
    claim_installation,
)
from tijara.domains.installation.queries import fault_of_key, setup_state
from tijara.domains.installation.shapes import Step
from tijara.faces.setup.seat import AFTERWARDS, is_over, language, onwards, setup_page
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import VISITOR_POWERS
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.printed_link import keep_link
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentence, field_sentences, sentence_of
from tijara.ui.visitors import NUDGE

VISITOR = Actor(ActorKind.BUYER, powers=VISITOR_POWERS)
COOKIE, HOURS = "setup_key", 3600
BACKEND = "django.contrib.auth.backends.ModelBackend"
SOMEWHERE = "SA"
"""Whose phone numbers are meant before a country was chosen."""
FAULTS: dict[str, type[Refusal]] = {"wrong": KeyWrong, "over": KeyOver}
TYPED = ("name", "login")
LONGEST_NAME = 120
NOT_IN_KEYS = re.compile(r"[^A-Za-z0-9_-]")


@never_cache
@sensitive_post_parameters("password", "key")
@require_http_methods(["GET", "HEAD", "POST"])
def owner(request: HttpRequest) -> HttpResponse:
    state = setup_state()
    if is_over(state):
        if state is None or state.owner_id is None:
            raise Http404
        return see_other(local(AFTERWARDS))
    if request.method == "POST" and "login" not in request.POST:
        return take_key(request.POST.get("key", ""))
    key = request.COOKIES.get(COOKIE, "")
    if fault := fault_of_key(key):
        if state and state.owner_id and not key:
            return onwards()
        return _ask_for_key(request, FAULTS[fault]() if key else None)
    if request.method != "POST":
        return _form(request, {}, {})
    return _claim(request, key)


def take_key(typed: str) -> HttpResponse:
    """Out of the address bar and into a cookie that no page can read; a whole link will do."""
    key = parse_qs(typed.partition("?")[2].partition("#")[0]).get("key", [typed])[0]
    response = see_other(local("/setup/owner"))
    response.set_cookie(
        COOKIE,
        NOT_IN_KEYS.sub("", key)[:100],
        max_age=HOURS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


def _claim(request: HttpRequest, key: str) -> HttpResponse:
    given = {name: strip_controls(request.POST.get(name, ""))[:254] for name in TYPED}
    password = request.POST.get("password", "")
    recipient = recipient_of(given["login"], SOMEWHERE)
    wrong = _faults(given["name"], recipient, password)
    if wrong or recipient is None:
        return _form(request, given, wrong)
    try:
        person_id = claim_installation(
            actor=VISITOR,
            key=key,
            recipient=recipient,
            name=given["name"],
            password=password,
            language=language(),
        )
    except Invalid as refusal:
        return _form(request, given, _told(refusal))
    except EmailTaken as refusal:
        return _form(request, given, {"login": sentence_of(refusal)})
    except (KeyWrong, KeyOver) as refusal:
        return _ask_for_key(request, refusal)
    except SetupOver:
        return see_other(local(AFTERWARDS))
    return _seat(request, person_id)


def _faults(name: str, recipient: str | None, password: str) -> dict[str, str]:
    wrong = {} if name else {"name": "required"}
    if len(name) > LONGEST_NAME:
        wrong["name"] = "too_long"
    if recipient is None:
        wrong["login"] = "recipient_invalid"
    wrong |= {} if password else dict.fromkeys(("password",), "required")
    return field_sentences(wrong)


def _told(refusal: Invalid) -> dict[str, str]:
    """`new` is what `set_password` calls the password."""
    names = {"new": "password", "email": "login", "phone": "login"}
    return {names.get(name, name): field_sentence(code) for name, code in refusal.fields.items()}


def _seat(request: HttpRequest, person_id) -> HttpResponse:
    login(request, ModelBackend().get_user(person_id), backend=BACKEND)
    request.session[NUDGE] = True
    keep_link("")
    response = onwards()
    response.delete_cookie(COOKIE, samesite="Lax")
    return response


def _form(request: HttpRequest, given: dict[str, str], wrong: dict[str, str]) -> HttpResponse:
    context = {"given": given, "wrong": wrong, "has_key": True}
    return setup_page(request, Step.OWNER, context, status=422 if wrong else 200)


def _ask_for_key(request: HttpRequest, refusal: Refusal | None) -> HttpResponse:
    context = {"problem": sentence_of(refusal) if refusal else ""}
    return setup_page(request, Step.OWNER, context, status=403 if refusal else 200)
