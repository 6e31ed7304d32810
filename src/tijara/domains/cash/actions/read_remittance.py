"""Read a carrier's list of what he pays: its lines are kept and matched, and nothing is booked."""

from hashlib import file_digest
from typing import BinaryIO
from uuid import UUID

from django.db import transaction

from tijara.domains.markets.queries import market_by_id
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.kit.tables import TableUnreadable, open_table
from tijara.platform import files
from tijara.platform.action import action

from ..models import Carrier, Remittance
from ..rules import columns_fault, guessed_columns
from .keep_lines import MOST_LETTERS, ListUnreadable, keep_lines

ACCEPTED = frozenset(
    {files.FileKind.TEXT, files.FileKind.GZIP, files.FileKind.XLSX, files.FileKind.DATA}
)
MOST_BYTES = 4 << 20


class NoSuchCarrier(Refusal):
    code = "cash.no_such_carrier"
    kind = Kind.MISSING


class ListKnown(Refusal):
    """This very file was brought before; `list` is its id."""

    code = "cash.list_known"


@action(power=Power.PAYMENTS_MANAGE, atomic=False)
def read_remittance(
    *, actor: Actor, carrier_id: UUID, content: BinaryIO, file_name: str = ""
) -> UUID:
    """The list's id. What is refused leaves nothing behind; the same file again is refused with
    the id of the list that it is."""
    carrier = Carrier.objects.filter(id=carrier_id).first()
    if carrier is None:
        raise NoSuchCarrier()
    stored = files.store(OPERATOR_ID, content, accepted=ACCEPTED, most_bytes=MOST_BYTES)
    try:
        with transaction.atomic():
            return _kept(actor, carrier, stored, strip_controls(file_name)[-200:])
    except BaseException:
        files.remove(OPERATOR_ID, stored.id)
        raise


def _kept(actor: Actor, carrier: Carrier, stored: files.StoredFile, file_name: str) -> UUID:
    with stored.path.open("rb") as file:
        told = file_digest(file, "sha256").hexdigest()
    known = Remittance.objects.filter(carrier_id=carrier.id, file_hash=told)
    try:
        header = open_table(stored.path, MOST_LETTERS).header
    except TableUnreadable as broken:
        raise ListUnreadable(why=broken.code) from broken
    row = Remittance(
        carrier_id=carrier.id,
        market_id=carrier.market_id,
        currency=market_by_id(carrier.market_id).currency,
        file_id=stored.id,
        file_name=file_name,
        file_hash=told,
        header=header,
        columns=guessed_columns(header, carrier.columns),
        brought_by=actor.person_id,
    )
    # Of two who bring it at once the second waits here, and finds the first one's list.
    Remittance.objects.bulk_create([row], ignore_conflicts=True)
    kept_id = known.values_list("id", flat=True).get()
    if kept_id != row.id:
        raise ListKnown(list=str(kept_id))
    if not columns_fault(row.columns, row.header):
        keep_lines(actor=SYSTEM, remittance_id=row.id)
    return row.id
