"""What the scaffolds share: names, new files, lines put in their place."""

import re
import sys
from pathlib import Path

from tools.house import HERE
from tools.map import write_map

WORD = re.compile(r"[a-z]+(_[a-z0-9]+)*")
VERB_NOUN = re.compile(r"[a-z]+(_[a-z0-9]+)+")


class CannotScaffold(SystemExit):
    """Told to the caller with exit status 2; nothing has been written."""

    def __init__(self, why: str) -> None:
        super().__init__(2)
        sys.stderr.write(f"{why}\n")


class Scaffold:
    """Collects files and changes, and writes them all at the end."""

    def __init__(self, root: Path = HERE) -> None:
        self.root = root
        self._files: dict[Path, str] = {}

    def new_file(self, name: str, text: str = "") -> None:
        if (self.root / name).exists():
            raise CannotScaffold(f"{name} is there already")
        self._files[self.root / name] = text

    def read(self, name: str) -> str:
        path = self.root / name
        return self._files.get(path) or path.read_text(encoding="utf-8")

    def put_before(self, name: str, mark: str, line: str) -> None:
        """Insert a line before the first line that starts with `mark`."""
        text = self.read(name)
        place = text.find(f"\n{mark}")
        if place < 0:
            raise CannotScaffold(f"{name} has no line {mark!r}")
        self._files[self.root / name] = f"{text[: place + 1]}{line}\n{text[place + 1 :]}"

    def replace(self, name: str, text: str) -> None:
        self._files[self.root / name] = text

    def write(self) -> None:
        for path, text in self._files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        write_map(self.root)
        names = "\n".join(f"  {path.relative_to(self.root)}" for path in self._files)
        sys.stdout.write(f"Written:\n{names}\n  docs/map.md\n")


def must_match(pattern: re.Pattern[str], name: str, what: str) -> str:
    if not pattern.fullmatch(name):
        raise CannotScaffold(f"{what}: {name!r} won't do")
    return name


def camel(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("_"))


def sentence(name: str) -> str:
    return name.replace("_", " ").capitalize()
