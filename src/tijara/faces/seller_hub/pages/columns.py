"""Keep which columns of a list somebody wants to see."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from tijara.faces.seller_hub.columns import COLUMNS, SECONDS, cookie_of
from tijara.faces.seller_hub.desk import Desk, at_desk
from tijara.ui.directions import query_of, see_other
from tijara.ui.language import local


@require_POST
@at_desk
def columns(request: HttpRequest, desk: Desk, table: str) -> HttpResponse:
    """Back to the list as it was asked for."""
    if table not in COLUMNS:
        raise Http404
    chosen = [name for name in COLUMNS[table] if name in request.POST.getlist("column")]
    response = see_other(f"{local(f'/hub/{table}')}{query_of(request)}")
    response.set_cookie(
        cookie_of(table),
        "-".join(chosen),
        max_age=SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response
