"""Ask that a closed month be opened again: somebody else must agree."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..shapes import BookKey
from .check_book import check_book
from .hold_close import hold_close
from .write_entry import LONGEST, EntryInvalid


@action(power=Power.BOOKS_KEEP)
def ask_reopening(
    *, actor: Actor, owner_id: UUID, key: BookKey, close_id: UUID, reason: str
) -> None:
    check_book(actor=SYSTEM, on_behalf=actor, owner_id=owner_id, key=key)
    reason = strip_controls(reason).strip()
    if not 3 <= len(reason) <= LONGEST:
        raise EntryInvalid({"reason": "too_long" if len(reason) > LONGEST else "required"})
    row = hold_close(actor=SYSTEM, key=key, close_id=close_id)
    if row.asked_at is not None:
        return
    row.asked_at, row.asked_by, row.asked_reason = now(), actor.person_id, reason
    row.save(update_fields=["asked_at", "asked_by", "asked_reason"])
