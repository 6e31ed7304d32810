"""No rule is switched off: no noqa, no bare type: ignore, no list of exceptions."""

import io
import re
import tokenize
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.house import Fault, House, Source

NOQA = re.compile(r"#\s*(ruff:\s*|flake8:\s*)?noqa", re.I)
BARE_TYPE_IGNORE = re.compile(r"#\s*type:\s*ignore(?!\[)")
SWITCHES = frozenset(
    {"ignore", "extend-ignore", "ignore_imports", "unmatched_ignore_imports_alerting"}
    | {"ignore_errors", "disable_error_code", "disable"}
)


def faults(house: House) -> Iterator[Fault]:
    for folder in ("src", "tests", "tools"):
        for source in house.python(folder):
            yield from _comment_faults(source)
    for source in house.sources(".toml"):
        for name in _switches(tomllib.loads(source.text).get("tool", {})):
            yield Fault(Path(source.path), 1, f"{name} switches a rule off")


def _comment_faults(source: Source) -> Iterator[Fault]:
    if not (NOQA.search(source.text) or BARE_TYPE_IGNORE.search(source.text)):
        return  # most files: nothing there that a comment could be guilty of
    for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
        if token.type != tokenize.COMMENT:
            continue
        if NOQA.search(token.string):
            yield source.fault(token.start[0], "noqa: mend it, the rule stands")
        if BARE_TYPE_IGNORE.search(token.string):
            yield source.fault(token.start[0], "type: ignore without its code")


def _switches(settings: Any, path: str = "") -> Iterator[str]:
    if isinstance(settings, list):
        for one in settings:
            yield from _switches(one, path)
    elif isinstance(settings, dict):
        for name, value in settings.items():
            if name in SWITCHES and value:
                yield f"{path}{name}"
            yield from _switches(value, f"{path}{name}.")
