"""Lists that a person of the office has named for himself, and the columns that he wants to see."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from tijara.faces.back_office.lists import LISTS
from tijara.faces.back_office.office import in_office, seat_at
from tijara.kit.actor import Actor
from tijara.ui.desks import views


@require_POST
@in_office
def view_new(request: HttpRequest, actor: Actor, table: str) -> HttpResponse:
    return views.keep(request, seat_at(request, actor), LISTS, table)


@require_POST
@in_office
def view_name(request: HttpRequest, actor: Actor, view_id: UUID) -> HttpResponse:
    return views.rename(request, seat_at(request, actor), LISTS, view_id)


@require_POST
@in_office
def view_query(request: HttpRequest, actor: Actor, view_id: UUID) -> HttpResponse:
    return views.renew(request, seat_at(request, actor), LISTS, view_id)


@require_POST
@in_office
def view_place(request: HttpRequest, actor: Actor, view_id: UUID) -> HttpResponse:
    return views.move(request, seat_at(request, actor), LISTS, view_id)


@require_POST
@in_office
def view_removal(request: HttpRequest, actor: Actor, view_id: UUID) -> HttpResponse:
    return views.remove(request, seat_at(request, actor), LISTS, view_id)


@require_POST
@in_office
def columns(request: HttpRequest, actor: Actor, table: str) -> HttpResponse:
    return views.choose_columns(request, seat_at(request, actor), LISTS, table)
