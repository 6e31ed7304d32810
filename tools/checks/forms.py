"""No form is refused in the browser's own words: what is wrong is said beside the field, in the
reader's language, and that the server does. So a form with a field that the browser would check by
itself asks it not to (`novalidate`)."""

import re
from collections.abc import Iterator, Mapping

from tools.house import Fault, House

FORM = re.compile(r"<form\b((?:\{%.*?%\}|[^>{]|\{(?!%))*)>(.*?)(?:</form>|\Z)", re.S)
INCLUDED = re.compile(r"\{%\s*include\s+[\"']([^\"']+)[\"']")
CHECKED = re.compile(
    r"(?<![\w=-])required\b(?!=required)"
    r"|(?<![\w-])type=[\"'](?:email|url|number|date|time|month|week|datetime-local|range)\b"
    r"|(?<![\w-])(?:pattern|min|max|step|minlength)=(?!pattern)"
)
"""As an attribute, or given to `{% field %}`; `ui/field.html` hands on what it was given."""
MESSAGE = "the browser would refuse it in its own words and look: novalidate"


def faults(house: House) -> Iterator[Fault]:
    pages = house.sources(".html", "src")
    texts = {str(one.path).partition("/templates/")[2]: one.text for one in pages}
    for source in pages:
        for found in FORM.finditer(source.text):
            if "novalidate" not in found[1] and CHECKED.search(_whole(found[2], texts)):
                yield source.fault(source.text.count("\n", 0, found.start()) + 1, MESSAGE)


def _whole(part: str, texts: Mapping[str, str], within: frozenset[str] = frozenset()) -> str:
    """With all that it includes."""
    names = {name for name in INCLUDED.findall(part) if name in texts} - within
    return part + "".join(_whole(texts[name], texts, within | names) for name in sorted(names))
