"""A banner as a form: typed as people write it, read into a draft."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tijara.domains.content.shapes import Banner, BannerDraft
from tijara.ui.pieces.fields import field as draw
from tijara.ui.refusal_texts import field_sentence

DAYS = ("shown_from", "shown_until")
LABELS: dict[str, Promise] = {
    "heading_ar": _("Heading in Arabic"),
    "heading_en": _("Heading in English"),
    "heading_fr": _("Heading in French"),
    "words_ar": _("Words below it, in Arabic"),
    "words_en": _("Words below it, in English"),
    "words_fr": _("Words below it, in French"),
    "button_ar": _("Button in Arabic"),
    "button_en": _("Button in English"),
    "button_fr": _("Button in French"),
}
LONGEST = {"heading": 80, "words": 240, "button": 40}
TEXTS = (*LABELS, "link", "position", *DAYS)


@dataclass(slots=True)
class BannerForm:
    values: dict[str, str]
    is_on: bool = True
    errors: dict[str, str] = field(default_factory=dict)

    def refuse(self, codes: Mapping[str, str]) -> None:
        self.errors |= {name: field_sentence(code) for name, code in codes.items()}


def banner_form(told: Banner | None) -> BannerForm:
    """Of a banner as it stands, or of one that is still to be written."""
    if told is None:
        return BannerForm(dict.fromkeys(TEXTS, "") | {"position": "1"})
    values = {name: str(getattr(told, name) or "") for name in TEXTS}
    return BannerForm(values, told.is_on)


def read_banner(post: QueryDict) -> tuple[BannerDraft | None, BannerForm]:
    """None: something can't be read, and the form says what."""
    form = BannerForm({name: post.get(name, "")[:400] for name in TEXTS}, "is_on" in post)
    place = form.values["position"].strip()
    if not (place.isdecimal() and len(place) <= 4):
        form.refuse({"position": "not_a_number"})
    days: dict[str, date | None] = {}
    for name in DAYS:
        days[name], code = read_form_day(form.values[name])
        if code:
            form.refuse({name: code})
    if form.errors:
        return None, form
    words = {name: form.values[name] for name in (*LABELS, "link")}
    return BannerDraft(**words, **days, position=int(place), is_on=form.is_on), form


def read_form_day(typed: str) -> tuple[date | None, str]:
    """None where none was given; or what is wrong with it."""
    try:
        return (date.fromisoformat(typed.strip()) if typed.strip() else None), ""
    except ValueError:
        return None, "not_a_day"


def drawn_words(form: BannerForm) -> list[list[str]]:
    """Heading, words and button: a row each, with a field for each language."""
    return [
        [_drawn(form, name, label) for name, label in LABELS.items() if name.startswith(part)]
        for part in LONGEST
    ]


def _drawn(form: BannerForm, name: str, label: Promise) -> str:
    part, _bar, language = name.partition("_")
    return draw(
        name,
        label,
        form.values[name],
        error=form.errors.get(name, ""),
        dir="rtl" if language == "ar" else "ltr",
        maxlength=LONGEST[part],
        rows=3 if part == "words" else None,
        optional=name != "heading_ar",
    )
