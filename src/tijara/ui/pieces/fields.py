"""A form's field: label, control, what is wrong and how to mend it, tied together for the ear."""

from collections.abc import Iterable

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tijara.ui.pieces.escaping import escape
from tijara.ui.pieces.marks import icon
from tijara.ui.pieces.money import unit

PLAIN = (
    "dir", "autocomplete", "autocapitalize", "spellcheck", "inputmode", "list", "placeholder",
    "maxlength", "pattern",
)  # fmt: skip
SWITCHES = ("required", "disabled", "autofocus")


def field(
    name: str,
    label: object,
    value: object = "",
    *,
    error: object = "",
    hint: object = "",
    fine: object = "",
    **more: object,
) -> SafeString:
    """`label` may be markup.
    `more`: the attributes of PLAIN and SWITCHES, type, id ("f-<name>" if not given); optional
    (said beside the label); unit (a suffix); wide (a whole row); looks (classes of the control);
    rows (a textarea); options ((value, label), … or ready markup: a select), blank (the text of
    its empty option)."""
    place = str(more.get("id") or f"f-{name}")
    told = [f"{place}-{part}" for part, text in (("error", error), ("hint", hint)) if text]
    attributes = _attributes(name, place, more, told, bool(error))
    control = _control(attributes, "" if value is None else str(value), more)
    if more.get("unit"):
        control = f'<div class="affix">{control}{unit(str(more["unit"]))}</div>'
    words = str(conditional_escape(label))
    if more.get("optional"):
        words += f' <span class="optional">({escape(_("optional"))})</span>'
    return SafeString(
        f'<div class="field{" full" if more.get("wide") else ""}">'
        f'<label for="{place}">{words}</label>'
        f"{control}{_notes(place, error, hint, fine)}</div>"
    )


def _attributes(
    name: str, place: str, more: dict[str, object], told: list[str], is_wrong: bool
) -> str:
    looks = f" {escape(more['looks'])}" if more.get("looks") else ""
    words = [f'class="input{looks}" id="{place}" name="{name}"']
    words += [f'{key}="{escape(more[key])}"' for key in PLAIN if more.get(key)]
    words += [key for key in SWITCHES if more.get(key)]
    if is_wrong:
        words.append('aria-invalid="true"')
    if told:
        words.append(f'aria-describedby="{" ".join(told)}"')
    return " ".join(words)


def _control(attributes: str, value: str, more: dict[str, object]) -> str:
    options = more.get("options")
    if isinstance(options, Iterable) and not isinstance(options, str):
        return f"<select {attributes}>{_options(options, value)}</select>"
    if isinstance(options, SafeString):
        blank = f'<option value="">{escape(more.get("blank", ""))}</option>'
        return f"<select {attributes}>{blank}{options}</select>"
    if more.get("rows"):
        rows = escape(more["rows"])
        return f'<textarea rows="{rows}" {attributes}>{escape(value)}</textarea>'
    kind = escape(more.get("type") or "text")
    return f'<input type="{kind}" value="{escape(value)}" {attributes}>'


def _options(options: Iterable, value: str) -> str:
    return "".join(
        f'<option value="{escape(key)}"{" selected" if str(key) == value else ""}>{escape(text)}'
        "</option>"
        for key, text in options
    )


def _notes(place: str, error: object, hint: object, fine: object) -> str:
    notes = ""
    if error:
        notes += (
            f'<p class="error" id="{place}-error">{icon("warn")}<span>{escape(error)}</span></p>'
        )
    if fine:
        notes += f'<p class="fine">{icon("ok")}{escape(fine)}</p>'
    if hint:
        notes += f'<p class="hint" id="{place}-hint">{escape(hint)}</p>'
    return notes
