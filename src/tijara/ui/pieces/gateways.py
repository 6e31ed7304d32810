"""The form for a gateway of cards: its keys, and what it says of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.payments.shapes import GatewayField, KeysAnswer
from tijara.kit.arabic import strip_controls
from tijara.ui.pieces.fields import field as draw
from tijara.ui.refusal_texts import field_sentence

LABELS = {
    "secret_key": _("Secret key"),
    "notice_token": _("Secret of the webhook"),
}
HINTS = {"secret_key": _("It begins with sk_. You find it at the gateway, under API keys.")}
ANSWERS = {
    KeysAnswer.ACCEPTED: ("good", _("The gateway knows this key. Cards can be taken.")),
    KeysAnswer.REFUSED: ("bad", _("The gateway does not know this key. Copy it once more.")),
    KeysAnswer.SILENT: (
        "warn",
        pgettext_lazy("gateway", "It does not answer just now. Try again in a moment."),
    ),
}
"""(tone, sentence)."""


@dataclass(slots=True)
class GatewayForm:
    """`is_kept`: keys were entered before, and stay where nothing new is typed."""

    name: str
    keys: dict[str, str]
    is_kept: bool = False
    wrong: dict[str, str] = field(default_factory=dict)
    answer: KeysAnswer | None = None

    @property
    def is_typed(self) -> bool:
        return any(self.keys.values())

    @property
    def fields(self) -> list[str]:
        return [
            draw(
                name,
                LABELS.get(name, name),
                value,
                error=self.wrong.get(name, ""),
                hint=HINTS.get(name, ""),
                type="password",
                dir="ltr",
                autocomplete="off",
                spellcheck="false",
                maxlength=300,
                placeholder="••••••••" if self.is_kept and not value else "",
            )
            for name, value in self.keys.items()
        ]

    @property
    def said(self) -> tuple[str, object] | None:
        return ANSWERS[self.answer] if self.answer else None

    def refuse(self, codes: Mapping[str, str]) -> None:
        self.wrong |= {name: field_sentence(code) for name, code in codes.items()}


def gateway_form(
    name: str, asked: Iterable[GatewayField], typed: Mapping[str, str], *, is_kept: bool
) -> GatewayForm:
    """What was typed stays in the form, so that nothing is lost when another field is wrong."""
    keys = {one.name: strip_controls(typed.get(one.name, "")) for one in asked if not one.is_ours}
    return GatewayForm(name, keys, is_kept)
