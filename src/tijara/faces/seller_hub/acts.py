"""An order at its seller's desk, and acts on it: done, or told kindly why it is too late."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from tijara.domains.fulfilment.actions import MoreThanLeft, NothingLeft, ParcelEnded
from tijara.domains.fulfilment.queries import shipment_views
from tijara.domains.fulfilment.shapes import LineUnits, ShipmentView
from tijara.domains.orders.actions import NotCancellable, WrongState
from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.shapes import OrderView
from tijara.faces.seller_hub.desk import Desk
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentence
from tijara.ui.typed import whole_number

TOO_LATE = (WrongState, NotCancellable, ParcelEnded, NothingLeft, MoreThanLeft)
"""Somebody was quicker, or the button was pressed twice."""
UNITS = "units-"
"""How the fields begin that say how many units of a line are meant."""


@dataclass(frozen=True, slots=True)
class UnitField:
    """How many units of a line are meant: what is left of it, what stands in the field, and what is
    wrong with that."""

    held: LineUnits
    typed: str
    wrong: object = ""


def found_order(desk: Desk, order_id: UUID) -> OrderView:
    """An order of this seller; another seller's is as unknown as one that never was."""
    found = find_order(desk.seller_id, order_id)
    if found is None:
        raise Http404
    return found


def found_parcel(desk: Desk, shipment_id: UUID) -> tuple[OrderView, ShipmentView]:
    """A parcel of this seller, and its order."""
    parcel = shipment_views(desk.seller_id, [shipment_id]).get(shipment_id)
    if parcel is None:
        raise Http404
    return found_order(desk, parcel.order_id), parcel


def act_on(
    desk: Desk, order_id: UUID, act: Callable[..., object], said: str, **given
) -> HttpResponse:
    """Back to the order with what happened. Pressed twice, the second press changes nothing."""
    found_order(desk, order_id)
    return _back(desk, order_id, act, said, {"order_id": order_id, **given})


def act_on_parcel(
    desk: Desk, shipment_id: UUID, act: Callable[..., object], said: str, **given
) -> HttpResponse:
    """The same for a parcel: back to its order."""
    order, parcel = found_parcel(desk, shipment_id)
    return _back(desk, order.id, act, said, {"shipment_id": parcel.id, **given})


def units_typed(request: HttpRequest) -> dict[UUID, int] | None:
    """Units by line, as the fields of a form say; None where it has no such fields. What is no
    number counts as more than there can be, so that it is refused and not taken for nothing."""
    fields = [name for name in request.POST if name.startswith(UNITS)]
    return {_line_of(name): _units(request.POST, name) for name in fields} if fields else None


def unit_fields(
    request: HttpRequest, left: Sequence[LineUnits], *, is_filled: bool = False
) -> list[UnitField]:
    """A field for each line of which something is left: as it was typed, else all of it
    (`is_filled`) or none."""
    return [_unit_field(request, held, held.quantity if is_filled else 0) for held in left]


def order_address(order_id: UUID) -> str:
    return local(f"/hub/orders/{order_id}")


def _back(
    desk: Desk, order_id: UUID, act: Callable[..., object], said: str, given: dict
) -> HttpResponse:
    try:
        act(actor=desk.actor, seller_id=desk.seller_id, **given)
    except TOO_LATE:
        return see_other(order_address(order_id), _too_late(), "warn")
    return see_other(order_address(order_id), said)


def _line_of(name: str) -> UUID:
    """A field that names no line was not made by us."""
    try:
        return UUID(name.removeprefix(UNITS))
    except ValueError as error:
        raise Http404 from error


def _unit_field(request: HttpRequest, held: LineUnits, plain: int) -> UnitField:
    typed = request.POST.get(f"{UNITS}{held.line.id}")
    if typed is None:
        return UnitField(held, str(plain))
    units = whole_number(typed or "0")
    if units is None:
        return UnitField(held, typed, field_sentence("not_a_number"))
    return UnitField(held, typed, field_sentence("more_than_left") if units > held.quantity else "")


def _units(form: Mapping[str, str], name: str) -> int:
    units = whole_number(form[name] or "0")
    return 10**9 if units is None else units


def _too_late() -> str:
    return _("The order has moved on in the meantime. This is how it stands now.")
