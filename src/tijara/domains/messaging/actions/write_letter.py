"""Write a letter in its reader's language and put it on its way: an e-mail, or a short text."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext_lazy

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..rules import is_phone
from ..shapes import Draft, LetterWords
from .send_message import send_message

CURRENCIES = {
    "SAR": gettext_lazy("SAR %(amount)s"),
    "AED": gettext_lazy("AED %(amount)s"),
    "EGP": gettext_lazy("EGP %(amount)s"),
}


@action(power=Power.MESSAGES_SEND)
def write_letter(*, actor: Actor, owner_id: UUID, key: str, words: LetterWords) -> None:
    """Once for this owner's `key`, like `send_message`."""
    with translation.override(words.language):
        draft = _draft(words)
    send_message(actor=SYSTEM, owner_id=owner_id, key=key[:120], draft=draft)


def _draft(words: LetterWords) -> Draft:
    link = _address(words)
    facts = {
        name: value if isinstance(value, bool) else _said(value)
        for name, value in words.facts.items()
    }
    told = render_to_string(words.template, facts).strip()
    subject, _end, body = told.partition("\n")
    if is_phone(words.recipient):
        text = f"{subject}\n{link}"
        return Draft(words.kind, words.recipient, words.language, subject, text)
    shown = {
        "subject": subject,
        "paragraphs": [" ".join(part.split()) for part in body.split("\n\n") if part.strip()],
        "lines": [(str(label), _said(value)) for label, value in words.lines],
        "link": link,
        "button": str(words.button),
        "footer": str(words.footer),
        "language": words.language,
        "is_rtl": translation.get_language_bidi(),
    }
    return Draft(
        kind=words.kind,
        recipient=words.recipient,
        language=words.language,
        subject=subject,
        text=render_to_string("messaging/messages/letter.txt", shown),
        html=render_to_string("messaging/messages/letter.html", shown),
    )


def _said(value: Any) -> str:
    """Anyone's words stand apart from the sentence's direction (Unicode isolates)."""
    said = _amount(value) if isinstance(value, Money) else str(value)
    return f"\u2068{said}\u2069"


def _amount(money: Money) -> str:
    """As a sentence has it: "349.00 ريال", "SAR 349.00"."""
    whole, point, part = money.to_decimal_string().partition(".")
    form = CURRENCIES.get(money.currency, f"{money.currency} %(amount)s")
    return str(form) % {"amount": f"{int(whole):,}{point}{part}"}


def _address(words: LetterWords) -> str:
    path = settings.MESSAGE_LINKS[words.link_to].format(**words.link_facts)
    start = "" if words.language == settings.LANGUAGE_CODE else f"/{words.language}"
    return f"{settings.PUBLIC_ADDRESS}{start}{path}"
