"""Which texts the code shows, and which of them have no Arabic yet: for the message check."""

from collections.abc import Iterator
from dataclasses import dataclass, field
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
FORMS = 6
"""Arabic counts none, one, two, few, many and the rest."""


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


def wordings(package: Path = PACKAGE) -> list[Wording]:
    """Every text of every template and module, once."""
    found: dict[tuple[str, str], Wording] = {}
    for file in sorted([*package.glob("**/*.py"), *package.glob("**/templates/**/*.*")]):
        if "/tests/" in str(file) or "/migrations/" in str(file):
            continue
        for wording in _in_file(file):
            known = found.setdefault(wording.key, wording)
            known.plural = known.plural or wording.plural
            known.places.append(str(file.relative_to(package)))
    return list(found.values())


def _in_file(file: Path) -> Iterator[Wording]:
    source = file.read_text()
    if file.suffix != ".py":
        source = templatize(source, origin=str(file))
    buffer = BytesIO(source.encode())
    for _line, message, _comments, context in extract("python", buffer, keywords=KEYWORDS):
        texts = message if isinstance(message, tuple) else (message,)
        yield Wording(texts[0], texts[1] if len(texts) > 1 else "", context or "")


def arabic() -> dict[tuple[str, str], Message]:
    """Every Arabic translation of every catalogue."""
    known: dict[tuple[str, str], Message] = {}
    for file in catalogues():
        if file.parent.parent.name != "ar":
            continue
        with file.open("rb") as handle:
            for message in read_po(handle, locale="ar"):
                text = message.id[0] if isinstance(message.id, tuple) else message.id
                known[message.context or "", text] = message
    return known


def untranslated() -> list[Wording]:
    """Texts without Arabic, or with fewer than six forms where something is counted."""
    known = arabic()
    return [wording for wording in wordings() if not _is_whole(wording, known.get(wording.key))]


def _is_whole(wording: Wording, message: Message | None) -> bool:
    if message is None or message.fuzzy:
        return False
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    return len(forms) == (FORMS if wording.plural else 1) and all(forms)


def as_catalogue(missing: list[Wording]) -> str:
    """The missing texts as entries to fill in."""
    entries = []
    for wording in missing:
        lines = [f"#: {wording.places[0]}"]
        if wording.context:
            lines.append(f'msgctxt "{_quoted(wording.context)}"')
        lines.append(f'msgid "{_quoted(wording.text)}"')
        if wording.plural:
            lines.append(f'msgid_plural "{_quoted(wording.plural)}"')
            lines += [f'msgstr[{form}] ""' for form in range(FORMS)]
        else:
            lines.append('msgstr ""')
        entries.append("\n".join(lines))
    return "\n\n".join(entries)


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
