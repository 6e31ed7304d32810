"""What staff write to each other in the history of an order and of a seller."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from tijara.faces.back_office.office import in_office, seat_at
from tijara.faces.back_office.pages.order import beside_order, found_order, order_page
from tijara.faces.back_office.pages.seller import beside_seller, found_seller, seller_page
from tijara.kit.actor import Actor
from tijara.ui.desks import notes
from tijara.ui.desks.notes import NoteForm


@require_POST
@in_office
def order_notes(
    request: HttpRequest, actor: Actor, seller_id: UUID, order_id: UUID
) -> HttpResponse:
    found = found_order(seller_id, order_id)

    def again(form: NoteForm) -> HttpResponse:
        return order_page(request, actor, found, note=form)

    return notes.write(request, seat_at(request, actor), beside_order(found), again)


@require_POST
@in_office
def order_note_withdrawal(
    request: HttpRequest, actor: Actor, seller_id: UUID, order_id: UUID, note_id: UUID
) -> HttpResponse:
    found = found_order(seller_id, order_id)
    return notes.withdraw(seat_at(request, actor), beside_order(found), note_id)


@require_POST
@in_office
def seller_notes(request: HttpRequest, actor: Actor, seller_id: UUID) -> HttpResponse:
    found = found_seller(seller_id)

    def again(form: NoteForm) -> HttpResponse:
        return seller_page(request, actor, found, note=form)

    return notes.write(request, seat_at(request, actor), beside_seller(seller_id), again)


@require_POST
@in_office
def seller_note_withdrawal(
    request: HttpRequest, actor: Actor, seller_id: UUID, note_id: UUID
) -> HttpResponse:
    found_seller(seller_id)
    return notes.withdraw(seat_at(request, actor), beside_seller(seller_id), note_id)
