"""Write to the buyer of an order that its shop asks for more, and why."""

from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.shapes import LetterWords
from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.queries import order_link_token
from tijara.domains.parties.queries import addressee_of_buyer, markets_of
from tijara.domains.payments.queries import pay_link_token
from tijara.domains.stores.queries import stores
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import debit_claim, invoice


@action(power=Power.MESSAGES_SEND)
def tell_of_debit_note(
    *, actor: Actor, seller_id: UUID, invoice_id: UUID, reminder: int = 0
) -> None:
    """Once for each note, each time that it is asked for, and each `reminder`. The link leads
    to the page on which it is paid; where there is none, to the order, where the note itself is."""
    note, claim = invoice(seller_id, invoice_id), debit_claim(seller_id, invoice_id)
    order = find_order(seller_id, note.order_id) if note else None
    if note is None or order is None:
        return
    left, zone = order.address, note.content.time_zone
    words = LetterWords(
        kind="invoicing.debit_note",
        to=addressee_of_buyer(order.buyer_id, email=left.email, phone=left.phone),
        language=order.language,
        template="invoicing/messages/debit_note.txt",
        facts={
            "note": note.number,
            "number": order.number,
            "store": stores([seller_id]).get(seller_id) or "",
            "total": note.content.total,
            "reason": note.content.reason,
            "until": claim.due_at.astimezone(ZoneInfo(zone)).date() if claim else "",
            "is_reminder": reminder > 0,
        },
        link_to="pay" if claim else "order",
        link_facts={
            "token": pay_link_token(claim.buyer_id, claim.ask_id)
            if claim
            else order_link_token(seller_id, order.id)
        },
        button=_("Look at it and pay") if claim else _("Follow your order"),
        footer=_(
            "Order %(number)s from %(store)s. "
            "The link above is yours alone: whoever has it sees the order."
        ),
        lines=(),
        market_id=markets_of([seller_id])[seller_id],
    )
    asked = f":{claim.ask_id}" if claim else ""
    key = f"{words.kind}:{invoice_id}{asked}{f':again{reminder}' if reminder else ''}"
    write_letter(actor=SYSTEM, owner_id=order.buyer_id, key=key, words=words)
