"""Which texts the code shows, and which of them are not translated yet: for the message check."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

from tijara.ui.setup.messages import PACKAGE, catalogues

KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
CALLS = re.compile(rf"\b({'|'.join(KEYWORDS)})\s*\(")
"""What a source has that shows a text: others needn't be cut into words."""
FORMS = {"ar": 6, "fr": 2}
"""Arabic counts none, one, two, few, many and the rest; French up to one, and more."""


@dataclass(slots=True)
class Wording:
    """One text as the code has it; `plural` is empty where nothing is counted."""

    text: str
    plural: str = ""
    context: str = ""
    places: list[str] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.text


@cache
def wordings() -> list[Wording]:
    """Every text of every template and module, once. Read once in a process."""
    found: dict[tuple[str, str], Wording] = {}
    for file in sorted([*PACKAGE.glob("**/*.py"), *PACKAGE.glob("**/templates/**/*.*")]):
        if "/tests/" in str(file) or "/migrations/" in str(file):
            continue
        for wording in _in_file(file):
            known = found.setdefault(wording.key, wording)
            known.plural = known.plural or wording.plural
            known.places.append(str(file.relative_to(PACKAGE)))
    return list(found.values())


def _in_file(file: Path) -> Iterator[Wording]:
    source = file.read_text()
    if file.suffix != ".py":
        source = templatize(source, origin=str(file))
    if not CALLS.search(source):
        return
    buffer = BytesIO(source.encode())
    for _line, message, _comments, context in extract("python", buffer, keywords=KEYWORDS):
        texts = message if isinstance(message, tuple) else (message,)
        yield Wording(texts[0], texts[1] if len(texts) > 1 else "", context or "")


@cache
def messages(language: str) -> list[tuple[Path, Message]]:
    """Every entry of every catalogue of a language, with its file. Read once in a process."""
    found: list[tuple[Path, Message]] = []
    for file in catalogues():
        if file.parent.parent.name == language:
            with file.open("rb") as handle:
                found += [(file, message) for message in read_po(handle, locale=language)]
    return found


@cache
def translations(language: str) -> dict[tuple[str, str], Message]:
    """Every translation of a language by its context and its text."""
    known: dict[tuple[str, str], Message] = {}
    for _file, message in messages(language):
        text = message.id[0] if isinstance(message.id, tuple) else message.id
        known[message.context or "", text] = message
    return known


def untranslated(language: str) -> list[Wording]:
    """Texts that are not translated, or have too few forms where something is counted."""
    known, forms = translations(language), FORMS[language]
    return [one for one in wordings() if not _is_whole(one, known.get(one.key), forms)]


def _is_whole(wording: Wording, message: Message | None, most: int) -> bool:
    if message is None or message.fuzzy:
        return False
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    return len(forms) == (most if wording.plural else 1) and all(forms)


def as_catalogue(missing: list[Wording], language: str) -> str:
    """The missing texts as entries to fill in."""
    entries = []
    for wording in missing:
        lines = [f"#: {wording.places[0]}"]
        if wording.context:
            lines.append(f'msgctxt "{_quoted(wording.context)}"')
        lines.append(f'msgid "{_quoted(wording.text)}"')
        if wording.plural:
            lines.append(f'msgid_plural "{_quoted(wording.plural)}"')
            lines += [f'msgstr[{form}] ""' for form in range(FORMS[language])]
        else:
            lines.append('msgstr ""')
        entries.append("\n".join(lines))
    return "\n\n".join(entries)


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
