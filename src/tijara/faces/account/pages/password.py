"""Choose a password, choose another, or do without. Codes work in any case."""

from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.accounts.actions import WrongOldPassword, change_password, set_password
from tijara.domains.accounts.queries import account
from tijara.faces.account.devices import end_other_devices, remember_device
from tijara.faces.account.people import account_page, as_person, proved, signed_in
from tijara.kit.refusal import Invalid
from tijara.platform.limits import Limit, take
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentence, sentence_of

TRYING = Limit("account.password", at_once=8, each_minute=1)
"""Who found an open browser has no time to guess the password."""


@sensitive_post_parameters("old", "new")
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def password(request: HttpRequest) -> HttpResponse:
    """Who has one says it; who has none proves himself otherwise."""
    person = account(request.user.pk)
    if not person.has_password:
        return first_password(request)
    if request.method != "POST":
        return _form(request, {}, is_first=False)
    take(TRYING, str(request.user.pk))
    try:
        change_password(
            actor=as_person(request),
            old=request.POST.get("old", ""),
            new=request.POST.get("new", ""),
        )
    except WrongOldPassword as refusal:
        return _form(request, {"old": sentence_of(refusal)}, is_first=False)
    except Invalid as refusal:
        return _form(request, _sentences(refusal), is_first=False)
    return _done(request, _("Your password is changed. Other devices have to sign in again."))


@proved
def first_password(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _form(request, {}, is_first=True)
    new = request.POST.get("new", "")
    try:
        if not new:
            raise Invalid({"new": "required"})
        set_password(actor=as_person(request), new=new)
    except Invalid as refusal:
        return _form(request, _sentences(refusal), is_first=True)
    return _done(request, _("Your password is set. Other devices have to sign in again."))


@require_POST
@proved
def password_removal(request: HttpRequest) -> HttpResponse:
    set_password(actor=as_person(request), new="")
    return _done(request, _("You have no password any more: you sign in by code."))


def _done(request: HttpRequest, said: str) -> HttpResponse:
    """This session goes on, under a new key; all others have ended."""
    end_other_devices(request)
    update_session_auth_hash(request, ModelBackend().get_user(request.user.pk))
    remember_device(request)
    return see_other(local("/account/security"), said)


def _sentences(refusal: Invalid) -> dict[str, str]:
    return {field: field_sentence(code) for field, code in refusal.fields.items()}


def _form(request: HttpRequest, wrong: dict[str, str], *, is_first: bool) -> HttpResponse:
    context = {"wrong": wrong, "is_first": is_first}
    return account_page(request, "password", context, status=422 if wrong else 200)
