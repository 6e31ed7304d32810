"""Somebody wants to be told when a variant that is sold out can be bought again."""

from uuid import UUID

from tijara.domains.catalogue.queries import variant_names
from tijara.domains.parties.queries import addressee_of_buyer
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action

from ..models import Awaited, Silence, Wait
from ..queries import backs
from ..rules import mailbox_id
from ..shapes import MOST_OF_MAILBOX, MOST_OF_PERSON, Wanted


class MailboxInvalid(Invalid):
    """There is no address to write to."""

    code = "awaiting.mailbox_invalid"


class NothingToAwait(Refusal):
    """There is no such variant."""

    code = "awaiting.nothing_to_await"
    kind = Kind.MISSING


class StillThere(Refusal):
    """It can be bought: nobody need wait."""

    code = "awaiting.still_there"
    kind = Kind.CONFLICT


@action(power=Power.BUY)
def await_goods(*, actor: Actor, buyer_id: UUID, wanted: Wanted) -> None:
    """Pressed twice it is there once. A guest is known by his address alone (`queries.mailbox_of`):
    an address whose reader wants no such letters, or for which enough is awaited, is not kept, and
    nobody learns it here; a person who asks again wants them again, and of his the oldest goes for
    one too many."""
    variant = variant_names([wanted.variant_id]).get(wanted.variant_id)
    if variant is None:
        raise NothingToAwait
    if not _can_be_told(buyer_id, wanted):
        raise MailboxInvalid({"email": "not_an_email"})
    if backs(wanted.market_id, [variant.id]):
        raise StillThere
    if wanted.email and _is_full_or_silent(buyer_id):
        return
    Silence.objects.filter(buyer_id=buyer_id).delete()
    _queue(wanted.market_id, variant.product_id, variant.id)
    row = Wait(
        buyer_id=buyer_id,
        market_id=wanted.market_id,
        product_id=variant.product_id,
        variant_id=variant.id,
        email=wanted.email,
        language=wanted.language,
    )
    Wait.objects.bulk_create([row], ignore_conflicts=True)
    if not wanted.email:
        _trim(buyer_id)


def _is_full_or_silent(buyer_id: UUID) -> bool:
    """Anyone may type an address: its reader's wishes are not pushed out by others'."""
    if Silence.objects.filter(buyer_id=buyer_id).exists():
        return True
    return Wait.objects.filter(buyer_id=buyer_id).count() >= MOST_OF_MAILBOX


def _can_be_told(buyer_id: UUID, wanted: Wanted) -> bool:
    if wanted.email:
        return mailbox_id(wanted.email) == buyer_id
    told = addressee_of_buyer(buyer_id, email="", phone="")
    return bool(told.email or told.phone)


def _queue(market_id: UUID, product_id: UUID, variant_id: UUID) -> None:
    """Looked at once more after the commit, where units came meanwhile. The row is held until
    then, so that it is not tidied away while somebody joins."""
    Awaited.objects.bulk_create(
        [Awaited(market_id=market_id, product_id=product_id, variant_id=variant_id)],
        update_conflicts=True,
        unique_fields=["variant_id", "market_id"],
        update_fields=["look_at"],
    )


def _trim(buyer_id: UUID) -> None:
    mine = Wait.objects.filter(buyer_id=buyer_id)
    over = mine.order_by("-asked_at", "-id").values_list("id", flat=True)
    mine.filter(id__in=list(over[MOST_OF_PERSON : MOST_OF_PERSON + 50])).delete()
