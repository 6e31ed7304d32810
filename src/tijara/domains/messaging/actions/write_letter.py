"""Write a letter in its reader's language and put it on its way: an e-mail, or a short text."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.template.loader import render_to_string
from django.utils import translation

from tijara.domains.markets.queries import address_start, market_by_id, site_market, site_name
from tijara.domains.markets.shapes import MarketPolicy
from tijara.kit.accents import HOUSE, accent_of
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.money import Money
from tijara.kit.pictures import made_picture
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import channels, said_amount, said_day
from ..rules import best_way
from ..shapes import Draft, LetterLine, LetterWords, Means, Named
from .send_message import send_message

NAMES = {
    "ar": ("name_ar", "name_en"),
    "en": ("name_en", "name_ar"),
    "fr": ("name_fr", "name_en", "name_ar"),
}
"""What a thing is called in a letter: in its reader's language, else in one that there is."""


@action(power=Power.MESSAGES_SEND)
def write_letter(*, actor: Actor, owner_id: UUID, key: str, words: LetterWords) -> None:
    """Once for this owner's `key`, like `send_message`; never to who can't be reached at all.

    The key names no address: who changes how he wants to be told is not told again.
    """
    market = market_by_id(words.market_id) if words.market_id else None
    way = best_way(words.to, market.phone_means if market else "", channels())
    if way is None:
        return
    with translation.override(words.language):
        draft = _draft(words, *way)
    send_message(actor=SYSTEM, owner_id=owner_id, key=key[:120], draft=draft)


def _draft(words: LetterWords, means: Means, recipient: str) -> Draft:
    link, house = _address(words), site_market(words.market_id)
    site = site_name(house)
    facts = {name: _said(value) for name, value in words.facts.items()} | {"site": _said(site)}
    told = render_to_string(words.template, facts).strip()
    subject, _end, body = told.partition("\n")
    short = f"{subject}\n{link}".strip()
    draft = Draft(
        words.kind,
        recipient,
        words.language,
        subject,
        short,
        means=means,
        secret_until=words.secret_until,
        stop_at=_stop_of(words),
    )
    if means is not Means.EMAIL:
        return draft
    shades = accent_of(house.accent if house and house.accent else HOUSE).day
    shown = {
        "subject": subject,
        "paragraphs": [" ".join(part.split()) for part in body.split("\n\n") if part.strip()],
        "lines": [_line(line) for line in words.lines],
        "link": link,
        "button": str(words.button),
        "footer": str(words.footer) % facts,
        "stop": draft.stop_at,
        "language": words.language,
        "is_rtl": translation.get_language_bidi(),
        "shades": shades,
        "band": words.band or shades.band,
        "logo": _logo_of(house),
        "has_look": bool(house and house.accent),
        "site": site,
    }
    return replace(
        draft,
        text=render_to_string("messaging/messages/letter.txt", shown),
        html=render_to_string("messaging/messages/letter.html", shown),
    )


def _logo_of(market: MarketPolicy | None) -> str:
    """The address of the picture that stands in the head of its letters, or nothing."""
    made = made_picture(market.logo) if market and market.accent else None
    return f"{settings.PUBLIC_ADDRESS}{made.letter_address}" if made else ""


def _line(line: LetterLine) -> LetterLine:
    picture = _picture_of(line.picture)
    return replace(line, label=_said(line.label), words=_said(line.words), picture=picture)


def _picture_of(name: str) -> str:
    """Its address, as programs for e-mail read it: of what was sent, or of our artwork."""
    if not name:
        return ""
    if made := made_picture(name):
        return f"{settings.PUBLIC_ADDRESS}{made.small_address}"
    try:
        place = staticfiles_storage.url(settings.LETTER_ARTWORK.format(name=name))
    except ValueError:
        return ""
    return f"{settings.PUBLIC_ADDRESS}{place}"


def _said(value: Any) -> str | int:
    """Anyone's words stand apart from the sentence's direction (Unicode isolates). An address
    stays bare, or a reader's program would take the isolate for its end; so does a number, by
    which a sentence chooses its plural."""
    if isinstance(value, int):
        return value
    said = _in_words(value)
    return said if not said or said.startswith("https://") else f"\u2068{said}\u2069"


def _in_words(value: Any) -> str:
    if isinstance(value, Money):
        return said_amount(value)
    return said_day(value) if isinstance(value, date) else _called(value)


def _called(value: Any) -> str:
    if not isinstance(value, Named):
        return str(value)
    in_order = NAMES.get(translation.get_language() or "ar", NAMES["ar"])
    return next(filter(None, (getattr(value, name, "") for name in in_order)), "")


def _stop_of(words: LetterWords) -> str:
    """Of no market and no language: a program asks there, not a person."""
    if not words.stop_at:
        return ""
    path = settings.MESSAGE_LINKS[words.stop_at].format(**words.link_facts)
    return f"{settings.PUBLIC_ADDRESS}{path}"


def _address(words: LetterWords) -> str:
    """Nothing for who has no page here: a carrier answers a letter in writing."""
    if not words.link_to:
        return ""
    path = settings.MESSAGE_LINKS[words.link_to].format(**words.link_facts)
    market = address_start(words.market_id) if words.market_id else ""
    language = "" if words.language == settings.LANGUAGE_CODE else f"/{words.language}"
    return f"{settings.PUBLIC_ADDRESS}{market}{language}{path}"
