"""The seller says how it was, with pictures where he has some: now staff are to decide."""

from collections.abc import Sequence
from typing import BinaryIO
from uuid import UUID

from django.db import transaction

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.pictures.keeping import kept_pictures
from tijara.platform.process.moving import Step

from ..queries import after_days, deal_terms_of
from ..rules import MOST_PHOTOS
from .move_deal import move_deal
from .name_photos import name_photos
from .write_word import write_word


@action(power=Power.RETURNS_HANDLE, atomic=False)
def answer_dispute(
    *,
    actor: Actor,
    seller_id: UUID,
    order_id: UUID,
    words: str,
    photos: Sequence[BinaryIO] = (),
) -> None:
    days = deal_terms_of(seller_id, order_id).decide_days
    step = Step("answer", actor, sets={"due_at": after_days(seller_id, days)})
    with kept_pictures(seller_id, photos, most=MOST_PHOTOS) as files, transaction.atomic():
        move_deal(actor=SYSTEM, seller_id=seller_id, order_id=order_id, step=step)
        write_word(
            actor=SYSTEM, on_behalf=actor, seller_id=seller_id, order_id=order_id, text=words
        )
        name_photos(
            actor=SYSTEM, on_behalf=actor, seller_id=seller_id, order_id=order_id, file_ids=files
        )
