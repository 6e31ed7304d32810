"""Is this book this actor's to keep?"""

from uuid import UUID

from tijara.kit.actor import Actor, ActorKind
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..shapes import BookKey


class NotYourBook(Refusal):
    """It is another's."""

    code = "books.not_yours"
    kind = Kind.FORBIDDEN


@action(power=Power.SYSTEM, atomic=False)
def check_book(*, actor: Actor, on_behalf: Actor, owner_id: UUID, key: BookKey) -> None:
    """A seller's people keep his; staff keep the operator's, and nobody else's."""
    is_staff = on_behalf.kind is ActorKind.STAFF
    if owner_id != key.owner_id or (is_staff and owner_id != OPERATOR_ID):
        raise NotYourBook()
