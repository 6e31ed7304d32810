"""Say what came of looking at the goods, line by line."""

from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO
from uuid import UUID

from django.db import transaction

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.pictures.keeping import kept_pictures
from tijara.platform.process.moving import Step

from ..models import ReturnLine
from ..queries import after_working_days, return_view
from ..rules.days import LOOK_DAYS
from ..rules.words import MOST_PHOTOS, tidy_words
from ..shapes import Looked, ReturnView
from .move_return import NoSuchReturn, move_return
from .name_photos import name_photos
from .write_word import write_word


class InspectionInvalid(Invalid):
    code = "returns.inspection_invalid"


@action(power=Power.RETURNS_HANDLE, atomic=False)
def inspect_return(
    *,
    actor: Actor,
    seller_id: UUID,
    return_id: UUID,
    looked: Mapping[UUID, Looked],
    words: str = "",
    photos: Sequence[BinaryIO] = (),
) -> None:
    """`looked` has every line of the return. Who refuses a unit says why; nothing moves on the
    shelf or in the journal before what follows is decided."""
    told = return_view(seller_id, return_id)
    if told is None:
        raise NoSuchReturn()
    _check(told, looked, words)
    due = {"due_at": after_working_days(seller_id, LOOK_DAYS)}
    which: dict[str, Any] = {"seller_id": seller_id, "return_id": return_id}
    with kept_pictures(seller_id, photos, most=MOST_PHOTOS) as files, transaction.atomic():
        move_return(actor=SYSTEM, **which, step=Step("inspect", actor, sets=due))
        for line_id, found in looked.items():
            ReturnLine.objects.filter(**which, line_id=line_id).update(
                accepted=found.accepted, restocked=found.restocked
            )
        write_word(actor=SYSTEM, on_behalf=actor, **which, text=words)
        name_photos(actor=SYSTEM, on_behalf=actor, **which, file_ids=files)


def _check(told: ReturnView, looked: Mapping[UUID, Looked], words: str) -> None:
    quantities = {each.line.id: each.quantity for each in told.lines}
    faults = {}
    if looked.keys() != quantities.keys() or any(
        not 0 <= found.restocked <= found.accepted <= quantities[line_id]
        for line_id, found in looked.items()
    ):
        faults["units"] = "more_than_possible"
    elif not tidy_words(words) and any(
        found.accepted < quantities[line_id] for line_id, found in looked.items()
    ):
        faults["words"] = "required"
    if faults:
        raise InspectionInvalid(faults)
