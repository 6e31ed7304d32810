"""The form in which options are written: a name, and a line for each value.

A line is "أحمر | Red | Rouge | #aa2222"; a lone name is enough, and ordinary colours know their
other names and their swatch.
"""

import re
from collections.abc import Mapping, Sequence

from tijara.domains.catalogue.shapes import Option, OptionValue
from tijara.kit.palette import known_colour, known_option

SLOTS = 3
SWATCH = re.compile(r"#[0-9a-fA-F]{6}", re.ASCII)


def read_options(given: Mapping[str, str]) -> list[Option]:
    """As typed; a slot without a name and without values is none."""
    options = []
    for slot in range(SLOTS):
        names = [
            given.get(f"name_{language}_{slot}", "").strip() for language in ["ar", "en", "fr"]
        ]
        lines = [line for line in given.get(f"values_{slot}", "").splitlines() if line.strip()]
        if any(names) or lines:
            key, values = given.get(f"key_{slot}", ""), tuple(map(_value, lines))
            options.append(Option(key, *_translated(names), values))
    return options


def option_slots(options: Sequence[Option], typed: Mapping[str, str] | None = None) -> list[dict]:
    """What stands in each slot of the form: what was typed, else what is kept."""
    slots = []
    for slot in range(SLOTS):
        option = options[slot] if slot < len(options) else None
        fields = {"slot": slot, "number": slot + 1, "key": option.key if option else ""}
        for language in ("ar", "en", "fr"):
            kept = getattr(option, f"name_{language}") if option else ""
            fields[language] = typed.get(f"name_{language}_{slot}", "") if typed else kept
        kept = "\n".join(_line(value) for value in option.values) if option else ""
        fields["values"] = typed.get(f"values_{slot}", "") if typed else kept
        names = (fields["ar"], fields["en"], fields["fr"], fields["values"])
        slots.append(fields | {"is_open": slot == 0 or any(names)})
    return slots


def _translated(names: list[str]) -> list[str]:
    """A lone ordinary name brings its translations."""
    told = [name for name in names if name]
    known = known_option(told[0]) if len(told) == 1 else None
    return list(known) if known else names


def _value(line: str) -> OptionValue:
    parts = [part.strip() for part in line.split("|")]
    swatch = next((part for part in parts if SWATCH.fullmatch(part)), "")
    names = [part for part in parts if part != swatch]
    known = known_colour(names[0]) if len(names) == 1 else None
    if known:
        return OptionValue("", *known[:3], swatch or known[3])
    return OptionValue("", *(names + ["", "", ""])[:3], swatch)


def _line(value: OptionValue) -> str:
    names = [value.name_ar, value.name_en, value.name_fr]
    while len(names) > 1 and not names[-1]:
        names.pop()
    return " | ".join([*names, value.swatch] if value.swatch else names)
