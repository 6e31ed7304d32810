"""Where a person goes after signing in."""

from uuid import UUID

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from tijara.domains.parties.queries import sellers_of
from tijara.ui.language import bare, local

HOME = "/account/"
CLOSED = ("/account/sign-", "/account/proof")
"""Pages that are no place to come back to."""


def landing(person_id: UUID, *, is_operator: bool) -> str:
    """Staff to the office, the people of one store into it, anyone else to his account."""
    if is_operator:
        return local("/office/")
    return local("/hub/" if len(sellers_of(person_id)) == 1 else HOME)


def safe_next(request: HttpRequest) -> str:
    """The page that sent the visitor here, if it is one of ours; nothing otherwise."""
    given = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(
        given, allowed_hosts=None, require_https=request.is_secure()
    )
    is_page = given.startswith("/") and not bare(given).startswith(CLOSED)
    return given if is_ours and is_page else ""
