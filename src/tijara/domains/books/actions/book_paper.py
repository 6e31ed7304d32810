"""Write what a paper of a seller's brings into his book: once for what it is of."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Entry
from ..queries import book_of_seller
from ..rules import NewEntry
from ..shapes import Side, Source
from .lock_book import lock_book
from .post_entries import post_entries


@action(power=Power.SYSTEM)
def book_paper(*, actor: Actor, seller_id: UUID, entries: Sequence[NewEntry]) -> None:
    """The book's lock makes it happen once, however often it is told."""
    key = book_of_seller(seller_id)
    open_from = lock_book(actor=SYSTEM, key=key)
    there = Entry.objects.filter(owner_id=seller_id, side=Side.SELLER, source=Source.PAPER)
    known = set(
        there.filter(source_id__in=[one.source_id for one in entries]).values_list(
            "source_id", flat=True
        )
    )
    if fresh := [one for one in entries if one.source_id not in known]:
        post_entries(actor=SYSTEM, owner_id=seller_id, key=key, entries=fresh, open_from=open_from)
