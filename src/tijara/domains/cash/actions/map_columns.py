"""Say which column of a carrier's list holds what; his next lists are read the same way."""

from collections.abc import Mapping
from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import Carrier, Remittance
from ..rules import FIELDS, columns_fault
from .book_remittance import AlreadyBooked, NoSuchList
from .keep_lines import keep_lines


class ColumnsWrong(Invalid):
    code = "cash.columns_wrong"


@action(power=Power.PAYMENTS_MANAGE)
def map_columns(*, actor: Actor, remittance_id: UUID, columns: Mapping[str, str]) -> None:
    """A list that is booked stays as it was read."""
    row = Remittance.objects.select_for_update().filter(id=remittance_id).first()
    if row is None:
        raise NoSuchList()
    if row.booked_at is not None:
        raise AlreadyBooked()
    chosen = {field: columns.get(field, "") for field in FIELDS}
    if faults := columns_fault(chosen, row.header):
        raise ColumnsWrong(faults)
    row.columns = {field: name for field, name in chosen.items() if name}
    row.save(update_fields=["columns"])
    keep_lines(actor=SYSTEM, remittance_id=row.id)
    Carrier.objects.filter(id=row.carrier_id).update(columns=row.columns)
