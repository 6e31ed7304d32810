"""Look at goods that somebody waits for, and write to who has waited longest when they are back."""

import logging
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from uuid import UUID

from django.db import InterfaceError, OperationalError, connection, transaction
from django.utils.translation import gettext_lazy as _

from tijara.domains.catalogue.shapes import VariantNames
from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.shapes import Addressee, LetterLine, LetterWords
from tijara.domains.parties.queries import addressee_of_buyer
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Awaited, Wait
from ..queries import Back, await_token, backs
from ..rules import BETWEEN_LANES, BETWEEN_LOOKS, lane_of

log = logging.getLogger(__name__)

KIND = "awaiting.back_in_stock"
FEW = 5
LEASE = timedelta(minutes=2)
"""How long a turn is its worker's."""
END_TURN = """
    UPDATE awaiting_variant SET
        room = greatest(room - %(told)s, 0),
        told_at = CASE WHEN room <= %(told)s THEN %(now)s ELSE told_at END,
        look_at = CASE WHEN room <= %(told)s THEN %(later)s ELSE %(again)s END
    WHERE id = %(id)s
"""


class End(Enum):
    """What became of one whose turn it was; GONE: another told him, or he waits no longer."""

    TOLD = auto()
    GONE = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class Called:
    """A variant as a letter calls it: the product, and which one of it."""

    name_ar: str
    name_en: str
    name_fr: str


@dataclass(frozen=True, slots=True)
class Lane:
    """Who is told now, in the order in which they asked: (owner, wait)."""

    row_id: UUID
    back: Back
    keys: list[tuple[UUID, UUID]]


@action(power=Power.SYSTEM, atomic=False)
def tell_who_waits(*, actor: Actor, goods: int = 20, limit: int = 50) -> int:
    """How many goods were looked at and people told. Each turn is taken for a while in a commit of
    its own, and each letter is written in one with the end of its wait: whoever dies between leaves
    the others waiting until the while is over, and nobody is told twice."""
    looked, lanes = _take_turns(goods, limit)
    return looked + sum(map(_tell_lane, lanes))


@transaction.atomic
def _take_turns(goods: int, limit: int) -> tuple[int, list[Lane]]:
    due = Awaited.objects.filter(look_at__lte=now()).order_by("look_at")
    rows = list(due.select_for_update(skip_locked=True)[:goods])
    lanes = []
    for market_id in {row.market_id for row in rows}:
        here = [row for row in rows if row.market_id == market_id]
        found = backs(market_id, [row.variant_id for row in here])
        lanes += [lane for row in here if (lane := _turn(row, found.get(row.variant_id), limit))]
    return len(rows), lanes


def _turn(row: Awaited, back: Back | None, limit: int) -> Lane | None:
    """Sold out again: those who were not told go on waiting. Few units and many who wait: a lane of
    them is told, and the next one when that has had its time, if any is left."""
    if back is None:
        _put_off(row, look_at=now() + BETWEEN_LOOKS, room=0)
        return None
    rests_until = row.told_at + BETWEEN_LANES if row.told_at and not row.room else None
    if rests_until and rests_until > now():
        _put_off(row, look_at=rests_until)
        return None
    room = row.room or lane_of(back.free)
    waits = Wait.objects.filter(market_id=row.market_id, variant_id=row.variant_id)
    turn = waits.order_by("asked_at", "id").values_list("buyer_id", "id")
    keys = list(turn[: min(room, limit)])
    if not keys:
        row.delete()
        return None
    _put_off(row, look_at=now() + LEASE, room=room)
    return Lane(row.id, back, keys)


def _put_off(row: Awaited, **changes: object) -> None:
    Awaited.objects.filter(id=row.id).update(**changes)


def _tell_lane(lane: Lane) -> int:
    """How many were told. Their room is counted by the letters that were really written; where
    another was quicker with all of them, the turn is his."""
    ends = [_end_of(*key, lane.back) for key in lane.keys]
    told = ends.count(End.TOLD)
    if told or End.FAILED in ends:
        rests = BETWEEN_LANES if told else BETWEEN_LOOKS
        given = {"id": lane.row_id, "told": told, "again": now() if told else now() + rests}
        with connection.cursor() as cursor:
            cursor.execute(END_TURN, given | {"now": now(), "later": now() + rests})
    return told


def _end_of(buyer_id: UUID, wait_id: UUID, back: Back) -> End:
    """One whose letter can't be written goes to the end of those who wait, and holds up nobody."""
    try:
        return End.TOLD if _tell(buyer_id, wait_id, back) else End.GONE
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        log.exception("a letter about goods that are back was not written")
        Wait.objects.filter(buyer_id=buyer_id, id=wait_id).update(asked_at=now())
        return End.FAILED


@transaction.atomic
def _tell(buyer_id: UUID, wait_id: UUID, back: Back) -> bool:
    mine = Wait.objects.filter(buyer_id=buyer_id, id=wait_id)
    wait = mine.select_for_update(skip_locked=True).first()
    if wait is None:
        return False
    words = _words(wait, back)
    write_letter(actor=SYSTEM, owner_id=buyer_id, key=f"{KIND}:{wait.id}", words=words)
    mine.delete()
    return True


def _words(wait: Wait, back: Back) -> LetterWords:
    variant, called = back.variant, _called(back.variant)
    return LetterWords(
        kind=KIND,
        to=_addressee(wait),
        language=wait.language,
        template="awaiting/messages/back_in_stock.txt",
        facts={"name": called, "few": back.free if back.free <= FEW else ""},
        link_to="product_variant",
        link_facts={
            "slug": variant.slug,
            "variant_id": variant.id,
            "token": await_token(wait.buyer_id, wait.market_id),
        },
        button=_("See the product"),
        footer=_("You asked us on %(site)s to tell you of this, once. Your wish ends with it."),
        lines=(LetterLine(called, back.price, picture=variant.picture),),
        market_id=wait.market_id,
        stop_at="stop_awaiting",
    )


def _called(variant: VariantNames) -> Called:
    names = ((variant.name_ar, variant.label_ar), (variant.name_en, variant.label_en))
    french = (variant.name_fr, variant.label_fr or variant.label_en)
    return Called(*(" · ".join(filter(None, each)) if each[0] else "" for each in (*names, french)))


def _addressee(wait: Wait) -> Addressee:
    if wait.email:
        return Addressee(email=wait.email)
    return addressee_of_buyer(wait.buyer_id, email="", phone="")
