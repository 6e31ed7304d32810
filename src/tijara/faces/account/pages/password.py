"""Change one's own password."""

from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tijara.domains.accounts.actions import WrongOldPassword, change_password
from tijara.faces.account.landing import HOME
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.powers import VISITOR_POWERS
from tijara.kit.refusal import Invalid
from tijara.platform.limits import Limit, take
from tijara.ui.directions import see_other, to_sign_in
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentence, sentence_of

TRYING = Limit("account.password", at_once=8, each_minute=1)
"""Who found an open browser has no time to guess the password."""


@never_cache
@sensitive_post_parameters("old", "new")
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return to_sign_in(request, HOME)
    if request.method != "POST":
        return _form(request, {})
    take(TRYING, str(request.user.pk))
    try:
        change_password(
            actor=Actor(ActorKind.BUYER, request.user.pk, powers=VISITOR_POWERS),
            old=request.POST.get("old", ""),
            new=request.POST.get("new", ""),
        )
    except WrongOldPassword as refusal:
        return _form(request, {"old": sentence_of(refusal)})
    except Invalid as refusal:
        return _form(
            request, {field: field_sentence(code) for field, code in refusal.fields.items()}
        )
    return _done(request)


def _done(request: HttpRequest) -> HttpResponse:
    """This session goes on under the new password; all others have ended."""
    update_session_auth_hash(request, ModelBackend().get_user(request.user.pk))
    return see_other(
        local(HOME), _("Your password is changed. Other devices have to sign in again.")
    )


def _form(request: HttpRequest, wrong: dict[str, str]) -> HttpResponse:
    return render(request, "account/password.html", {"wrong": wrong}, status=422 if wrong else 200)
