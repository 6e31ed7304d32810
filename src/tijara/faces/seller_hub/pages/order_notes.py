"""What the people of a store write to each other in the history of an order."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from tijara.faces.seller_hub.acts import found_order
from tijara.faces.seller_hub.desk import Desk, at_desk, seat_at
from tijara.faces.seller_hub.pages.order import beside_order, order_page
from tijara.ui.desks import notes
from tijara.ui.desks.notes import NoteForm


@require_POST
@at_desk
def order_notes(request: HttpRequest, desk: Desk, order_id: UUID) -> HttpResponse:
    found = found_order(desk, order_id)

    def again(form: NoteForm) -> HttpResponse:
        return order_page(request, desk, found, note=form)

    return notes.write(request, seat_at(request, desk), beside_order(order_id), again)


@require_POST
@at_desk
def note_withdrawal(
    request: HttpRequest, desk: Desk, order_id: UUID, note_id: UUID
) -> HttpResponse:
    found_order(desk, order_id)
    return notes.withdraw(seat_at(request, desk), beside_order(order_id), note_id)
