"""The form of a look: an accent from the palette or of one's own, and a logo."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from tijara.kit.accents import HOUSE, PALETTE, accent_of, read_accent

OWN = "own"
NAMES = {
    "#1d44a7": _("Lapis"),
    "#14606b": _("Sea"),
    "#1f6b45": _("Palm"),
    "#5b6b1e": _("Olive"),
    "#8a5a12": _("Oud"),
    "#a4470f": _("Clay"),
    "#a3262e": _("Pomegranate"),
    "#9c2f63": _("Rose"),
    "#6a3d9a": _("Violet"),
    "#4b4a57": _("Slate"),
}


@dataclass(slots=True)
class LookForm:
    """`picked` is a colour of the palette, "own", or "" for that of the market; `own` a colour as
    it was typed."""

    picked: str
    own: str
    keeps_logo: bool = True

    @property
    def typed(self) -> str:
        return self.own if self.picked == OWN else self.picked

    @property
    def accent(self) -> str:
        """What can be worn of it; the house's own where it is no colour."""
        return read_accent(self.typed) or HOUSE


def look_form(accent: str, *, may_be_none: bool = False) -> LookForm:
    """Of what is worn now."""
    if not accent:
        return LookForm("" if may_be_none else HOUSE, HOUSE)
    return LookForm(accent if accent in PALETTE else OWN, accent)


def read_look(post: QueryDict | Mapping[str, str]) -> LookForm:
    return LookForm(post.get("accent", "")[:10], post.get("own", "")[:10], "drop_logo" not in post)


def look_context(form: LookForm, name: str, logo: str) -> dict[str, object]:
    """What ui/look_form.html and ui/look_preview.html read. `name` stands in the preview."""
    return {
        "look": form,
        "palette": [(colour, NAMES[colour], form.picked == colour) for colour in PALETTE],
        "is_corrected": form.picked == OWN and accent_of(form.accent).is_corrected,
        "shades": accent_of(form.accent),
        "shown_name": name,
        "logo": logo if form.keeps_logo else "",
    }
