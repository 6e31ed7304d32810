"""Look at goods that somebody waits for, and write to who has waited longest when they are back."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
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

KIND = "awaiting.back_in_stock"
FEW = 5


@dataclass(frozen=True, slots=True)
class Called:
    """A variant as a letter calls it: the product, and which one of it."""

    name_ar: str
    name_en: str
    name_fr: str


@dataclass(frozen=True, slots=True)
class Lane:
    """Who is told now, in the order in which they asked: (owner, wait)."""

    back: Back
    keys: list[tuple[UUID, UUID]]


@action(power=Power.SYSTEM, atomic=False)
def tell_who_waits(*, actor: Actor, goods: int = 20, limit: int = 50) -> int:
    """How many goods were looked at and people told. The turn of each lane is taken in a commit of
    its own, and each letter is written in one with the end of its wait: whoever dies between leaves
    the others waiting, and nobody is told twice."""
    looked, lanes = _take_turns(goods, limit)
    return looked + sum(_tell(*key, lane.back) for lane in lanes for key in lane.keys)


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
    left = room - len(keys)
    look_at = now() if left else now() + BETWEEN_LANES
    _put_off(row, look_at=look_at, room=left, told_at=now())
    return Lane(back, keys)


def _put_off(row: Awaited, **changes: object) -> None:
    Awaited.objects.filter(id=row.id).update(**changes)


@transaction.atomic
def _tell(buyer_id: UUID, wait_id: UUID, back: Back) -> int:
    mine = Wait.objects.filter(buyer_id=buyer_id, id=wait_id)
    wait = mine.select_for_update(skip_locked=True).first()
    if wait is None:
        return 0
    words = _words(wait, back)
    write_letter(actor=SYSTEM, owner_id=buyer_id, key=f"{KIND}:{wait.id}", words=words)
    mine.delete()
    return 1


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
        footer=_("You asked us on %(site)s to tell you of this, once. We keep nothing of it now."),
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
