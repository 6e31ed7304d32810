"""Write to a buyer about his transfer: how to send it, that it came, that its receipt won't do."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from tijara.domains.markets.queries import market_by_id
from tijara.domains.messaging.actions import send_message
from tijara.domains.messaging.shapes import Draft
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Charge
from ..queries import charges, pay_link_token
from ..shapes import ChargeView, RejectReason, TransferNews

CURRENCIES = {"SAR": _("SAR %(amount)s"), "AED": _("AED %(amount)s"), "EGP": _("EGP %(amount)s")}
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
    row = Charge.objects.filter(buyer_id=buyer_id, id=charge_id)
    recipient = row.values_list("recipient", flat=True).first()
    if charge is None or not recipient:
        return
    draft = _draft(charge, recipient, news)
    key = f"{draft.kind}:{about or charge_id}"
    send_message(actor=SYSTEM, owner_id=buyer_id, key=key, draft=draft)


def _draft(charge: ChargeView, recipient: str, news: TransferNews) -> Draft:
    """The words come from `<news>.txt`: its first line is the subject."""
    kind = f"payments.transfer_{news}"
    with translation.override(charge.language):
        facts = _facts(charge, news)
        words = render_to_string(f"payments/messages/{news}.txt", facts).strip()
        subject, _end, body = words.partition("\n")
        if "@" not in recipient:
            text = f"{subject}\n{facts['link']}"
            return Draft(kind, recipient, charge.language, subject, text)
        facts |= {"subject": subject, "paragraphs": _paragraphs(body)}
        return Draft(
            kind=kind,
            recipient=recipient,
            language=charge.language,
            subject=subject,
            text=render_to_string("payments/messages/letter.txt", facts),
            html=render_to_string("payments/messages/letter.html", facts),
        )


def _facts(charge: ChargeView, news: TransferNews) -> dict[str, Any]:
    market = market_by_id(charge.market_id)
    last = charge.receipts[0] if charge.receipts else None
    return {
        "amount": _amount(charge.amount),
        "numbers": " · ".join(part.number for part in charge.parts),
        "reference": charge.reference,
        "reason": str(REASONS.get(RejectReason(last.reason), "")) if last and last.reason else "",
        "note": last.note if last else "",
        "bank": market if news is not TransferNews.RECEIVED else None,
        "link": _link(charge),
        "language": translation.get_language(),
        "is_rtl": translation.get_language_bidi(),
    }


def _link(charge: ChargeView) -> str:
    token = pay_link_token(charge.buyer_id, charge.checkout_id)
    start = "" if charge.language == settings.LANGUAGE_CODE else f"/{charge.language}"
    return f"{settings.PUBLIC_ADDRESS}{start}{settings.MESSAGE_LINKS['pay'].format(token=token)}"


def _amount(money: Money) -> str:
    whole, point, part = money.to_decimal_string().partition(".")
    form = CURRENCIES.get(money.currency, f"{money.currency} %(amount)s")
    return str(form) % {"amount": f"{int(whole):,}{point}{part}"}


def _paragraphs(body: str) -> list[str]:
    return [" ".join(part.split()) for part in body.split("\n\n") if part.strip()]
