"""Say which column of a gateway's report holds what, and what its words mean."""

from collections.abc import Mapping
from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.lists import LineKind
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import GatewayForm, GatewayReport
from ..queries import kind_words
from ..rules import FIELDS, columns_fault
from .book_report import AlreadyBooked, NoSuchReport
from .keep_lines import keep_lines


class FormWrong(Invalid):
    """`fields`: by what a column holds; "kinds", where a word of the file has no meaning."""

    code = "clearing.form_wrong"


@action(power=Power.PAYMENTS_MANAGE)
def map_report(
    *, actor: Actor, report_id: UUID, columns: Mapping[str, str], kinds: Mapping[str, str]
) -> None:
    """A report that is booked stays as it was read. `kinds` says what each word of the file's own
    column of kinds means."""
    row = GatewayReport.objects.select_for_update().filter(id=report_id).first()
    if row is None:
        raise NoSuchReport()
    if row.booked_at is not None:
        raise AlreadyBooked()
    chosen = {field: columns.get(field, "") for field in FIELDS}
    faults = columns_fault(chosen, row.header)
    words = kind_words(row.id, chosen["kind"]) if chosen["kind"] and not faults else []
    if any(kinds.get(word) not in list(LineKind) for word in words):
        faults["kinds"] = "required"
    if faults:
        raise FormWrong(faults)
    row.columns = {field: name for field, name in chosen.items() if name}
    row.kinds = {word: kinds[word] for word in words}
    row.save(update_fields=["columns", "kinds"])
    keep_lines(actor=SYSTEM, report_id=row.id)
    GatewayForm.objects.update_or_create(
        gateway=row.gateway,
        defaults={
            "columns": row.columns,
            "kinds": row.kinds,
            "said_at": now(),
            "said_by": actor.person_id,
        },
    )
