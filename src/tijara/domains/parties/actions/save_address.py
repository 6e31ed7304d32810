"""Write an address into a buyer's book, or change one that is there."""

from collections.abc import Mapping
from uuid import UUID

from django.db import IntegrityError, transaction

from tijara.domains.markets.queries import tidy_address
from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action

from ..models import SavedAddress
from ..rules import MOST_ADDRESSES


class AddressInvalid(Invalid):
    code = "parties.address_invalid"


class NoSuchAddress(Refusal):
    code = "parties.no_such_address"
    kind = Kind.MISSING


class BookFull(Refusal):
    code = "parties.book_full"


@action(power=Power.BUY)
def save_address(
    *,
    actor: Actor,
    buyer_id: UUID,
    country: str,
    fields: Mapping[str, str],
    label: str = "",
    is_default: bool = False,
    address_id: UUID | None = None,
) -> UUID:
    """Its id. The same address saved again is the one that is there. The first is the usual one.

    Rows are locked in one order, so that two tabs can't both make theirs the usual one.
    """
    kept, faults = tidy_address(fields, country)
    if faults:
        raise AddressInvalid(faults)
    tidy = {name: text for name, text in kept.items() if text}
    book = list(SavedAddress.objects.select_for_update().filter(buyer_id=buyer_id).order_by("id"))
    row = _row(book, buyer_id, (country, tidy), address_id)
    row.country, row.fields, row.saved_at = country, tidy, now()
    row.label = strip_controls(label)[:40] or row.label
    usual = is_default or row.is_default or not book
    if usual:
        others = SavedAddress.objects.filter(buyer_id=buyer_id).exclude(id=row.id)
        others.filter(is_default=True).update(is_default=False)
    row.is_default = usual
    _write(row)
    return row.id


def _write(row: SavedAddress) -> None:
    """Of two first addresses saved at once, the first to be written is the usual one."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        row.is_default = False
        row.save()


def _row(
    book: list[SavedAddress],
    buyer_id: UUID,
    told: tuple[str, dict[str, str]],
    address_id: UUID | None,
) -> SavedAddress:
    if address_id is not None:
        found = next((one for one in book if one.id == address_id), None)
        if found is None:
            raise NoSuchAddress
        return found
    same = next((one for one in book if (one.country, one.fields) == told), None)
    if same is None and len(book) >= MOST_ADDRESSES:
        raise BookFull(most=MOST_ADDRESSES)
    return same or SavedAddress(buyer_id=buyer_id, id=new_id())
