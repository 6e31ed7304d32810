"""Write to buyers whose orders arrived some days ago, and ask what they think of their goods."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from tijara.domains.deals.queries import dispute_of_order
from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.shapes import LetterLine, LetterWords
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.queries import order_link_token
from tijara.domains.orders.shapes import OrderState, OrderView
from tijara.domains.parties.queries import addressee_of_buyer, markets_of
from tijara.domains.returns.queries import returns_of_order
from tijara.domains.stores.queries import stores
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Invitation
from ..queries import is_silent, reviewable_lines
from ..rules import TOO_LATE_TO_ASK
from ..shapes import ReviewableLine

KIND = "reviews.review_asked"


@action(power=Power.SYSTEM, atomic=False)
def ask_for_reviews(*, actor: Actor, limit: int = 10) -> int:
    """How many were looked at; each in a commit of its own with its letter, and one row is taken by
    one worker. Nobody is asked for what he has sent back or complained of."""
    due = Invitation.objects.filter(due_at__lte=now()).order_by("due_at")
    keys = list(due.values_list("seller_id", "id")[:limit])
    return sum(_look(seller_id, order_id) for seller_id, order_id in keys)


@transaction.atomic
def _look(seller_id: UUID, order_id: UUID) -> int:
    rows = Invitation.objects.filter(seller_id=seller_id, id=order_id)
    row = rows.select_for_update(skip_locked=True).first()
    if row is None:
        return 0
    order = order_view(seller_id, order_id)
    if order and row.due_at > now() - TOO_LATE_TO_ASK and _may_be_asked(order):
        lines = [each for each in reviewable_lines(order) if each.review is None]
        if lines:
            _write(order, lines)
    rows.delete()
    return 1


def _may_be_asked(order: OrderView) -> bool:
    return (
        order.state is OrderState.DELIVERED
        and not is_silent(order.buyer_id)
        and not returns_of_order(order.seller_id, order.id)
        and dispute_of_order(order.seller_id, order.id) is None
    )


def _write(order: OrderView, lines: list[ReviewableLine]) -> None:
    left = order.address
    words = LetterWords(
        kind=KIND,
        to=addressee_of_buyer(order.buyer_id, email=left.email, phone=left.phone),
        language=order.language,
        template="reviews/messages/review_asked.txt",
        facts={
            "name": left.recipient,
            "number": order.number,
            "store": stores([order.seller_id]).get(order.seller_id) or "",
        },
        link_to="order_reviews",
        link_facts={"token": order_link_token(order.seller_id, order.id)},
        button=_("Rate what came"),
        footer=_(
            "Order %(number)s from %(store)s. The link above is yours alone; "
            "behind it you can also say that you want no such letters."
        ),
        lines=tuple(LetterLine(each.line, "", each.line.quantity) for each in lines[:10]),
        market_id=order.market_id or markets_of([order.seller_id])[order.seller_id],
        stop_at="stop_reviews",
    )
    write_letter(actor=SYSTEM, owner_id=order.buyer_id, key=f"{KIND}:{order.id}", words=words)
