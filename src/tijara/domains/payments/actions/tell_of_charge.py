"""Write to a buyer about his transfer: how to send it, that it came, that its receipt won't do."""

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from tijara.domains.markets.queries import market_by_id
from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.shapes import Addressee, LetterLine, LetterWords
from tijara.domains.parties.queries import addressee_of_buyer
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.prepared import prepared

from ..models import Charge
from ..queries import charges, pay_link_token
from ..shapes import ChargeView, RejectReason, TransferNews

REASONS = {
    RejectReason.NOT_ARRIVED: _("the transfer has not reached our account yet"),
    RejectReason.WRONG_AMOUNT: _("its amount is not the amount of the order"),
    RejectReason.UNREADABLE: _("it can’t be read"),
    RejectReason.OTHER: "",
}


@action(power=Power.MESSAGES_SEND)
def tell_of_charge(
    *,
    actor: Actor,
    buyer_id: UUID,
    charge_id: UUID,
    news: TransferNews,
    about: UUID | None = None,
) -> None:
    """Once for each charge and news (and receipt). Who left no address is told nothing."""
    charge = charges([(buyer_id, charge_id)]).get(charge_id)
    recipient = next((one for (one,) in _recipients(buyer_id, charge_id)), "")
    if charge is None or not recipient:
        return
    left = Addressee.at(recipient)
    last = charge.receipts[0] if charge.receipts else None
    words = LetterWords(
        kind=f"payments.transfer_{news}",
        to=addressee_of_buyer(buyer_id, email=left.email, phone=left.phone),
        language=charge.language,
        template=f"payments/messages/{news}.txt",
        facts={
            "amount": charge.amount,
            "numbers": " · ".join(part.number for part in charge.parts),
            "reason": REASONS[RejectReason(last.reason)] if last and last.reason else "",
            "note": last.note if last else "",
        },
        link_to="pay",
        link_facts={"token": pay_link_token(buyer_id, charge.checkout_id)},
        button=_("Open the payment page"),
        footer=_("The link above is yours alone: whoever has it sees this payment. %(numbers)s"),
        lines=_lines(charge, news),
        market_id=charge.market_id,
    )
    key = f"{words.kind}:{about or charge_id}"
    write_letter(actor=SYSTEM, owner_id=buyer_id, key=key, words=words)


@prepared
def _recipients(buyer_id: UUID, charge_id: UUID) -> QuerySet:
    return Charge.objects.filter(buyer_id=buyer_id, id=charge_id).values_list("recipient")


def _lines(charge: ChargeView, news: TransferNews) -> tuple[LetterLine, ...]:
    """Where to send it to, as long as it has not come."""
    amount = LetterLine(_("Amount"), charge.amount, is_sum=True)
    if news is TransferNews.RECEIVED:
        return (amount,)
    market = market_by_id(charge.market_id)
    return (
        LetterLine(_("Account holder"), market.bank_holder),
        LetterLine(_("Bank"), market.bank_name),
        LetterLine(_("IBAN"), market.bank_iban, is_code=True),
        LetterLine(_("Transfer reference"), charge.reference, is_code=True),
        amount,
    )
