"""Lists that a person of the store has named for himself, and the columns that he wants to see."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from tijara.faces.seller_hub.desk import Desk, at_desk, seat_at
from tijara.faces.seller_hub.lists import LISTS
from tijara.ui.desks import views


@require_POST
@at_desk
def view_new(request: HttpRequest, desk: Desk, table: str) -> HttpResponse:
    return views.keep(request, seat_at(request, desk), LISTS, table)


@require_POST
@at_desk
def view_name(request: HttpRequest, desk: Desk, view_id: UUID) -> HttpResponse:
    return views.rename(request, seat_at(request, desk), LISTS, view_id)


@require_POST
@at_desk
def view_query(request: HttpRequest, desk: Desk, view_id: UUID) -> HttpResponse:
    return views.renew(request, seat_at(request, desk), LISTS, view_id)


@require_POST
@at_desk
def view_place(request: HttpRequest, desk: Desk, view_id: UUID) -> HttpResponse:
    return views.move(request, seat_at(request, desk), LISTS, view_id)


@require_POST
@at_desk
def view_removal(request: HttpRequest, desk: Desk, view_id: UUID) -> HttpResponse:
    return views.remove(request, seat_at(request, desk), LISTS, view_id)


@require_POST
@at_desk
def columns(request: HttpRequest, desk: Desk, table: str) -> HttpResponse:
    return views.choose_columns(request, seat_at(request, desk), LISTS, table)
