"""Read a carrier's list of what he pays: its lines are kept and matched, and nothing is booked."""

from typing import BinaryIO
from uuid import UUID

from tijara.domains.markets.queries import market_by_id
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform import files, lists
from tijara.platform.action import action

from ..models import Carrier, Remittance
from ..rules import columns_fault, guessed_columns
from .keep_lines import ListUnreadable, keep_lines


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
    name = strip_controls(file_name)[-200:]
    return lists.keep_file(content, lambda stored: _kept(actor, carrier, stored, name))


def _kept(actor: Actor, carrier: Carrier, stored: files.StoredFile, file_name: str) -> UUID:
    told = lists.hash_of(stored)
    try:
        header = lists.header_of(stored)
    except lists.ListBroken as broken:
        raise ListUnreadable(why=broken.why) from broken
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
    known = Remittance.objects.filter(carrier_id=carrier.id, file_hash=told)
    kept_id = lists.keep_once(row, known)
    if kept_id != row.id:
        raise ListKnown(list=str(kept_id))
    if not columns_fault(row.columns, row.header):
        keep_lines(actor=SYSTEM, remittance_id=row.id)
    return row.id
