"""The tree of the house as the checks see it: its files, their syntax, the faults found in them."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
UNTOUCHED = frozenset({".venv", "node_modules", "build", "var", "__pycache__"})


@dataclass(frozen=True, slots=True)
class Fault:
    """One breach of a rule, with the place where it is."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class Source:
    """One file of the tree."""

    def __init__(self, root: Path, path: Path):
        self.path = path.relative_to(root)
        self._absolute = path

    @cached_property
    def text(self) -> str:
        return self._absolute.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, str(self.path))

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """All of the tree, walked once for every check that reads it."""
        return tuple(ast.walk(self.tree))

    @property
    def domain(self) -> str | None:
        """The domain that the file is part of."""
        parts = self.path.parts
        return parts[3] if parts[:3] == ("src", "tijara", "domains") and len(parts) > 4 else None

    @property
    def room(self) -> str:
        """The room of the domain: "actions", "queries" …"""
        return self.path.parts[4].removesuffix(".py") if self.domain else ""

    @property
    def is_generated(self) -> bool:
        return "migrations" in self.path.parts and self.path.name[:4].isdigit()

    @property
    def is_test(self) -> bool:
        return "tests" in self.path.parts or self.path.name in ("testing.py", "conftest.py")

    def fault(self, at: ast.AST | int, message: str) -> Fault:
        return Fault(self.path, at if isinstance(at, int) else getattr(at, "lineno", 1), message)


class House:
    """A checkout, or a tree made by a test. Its files are read once, however many checks ask."""

    def __init__(self, root: Path = HERE):
        self.root = root
        self.src = root / "src" / "tijara"
        self._listed: dict[tuple[str, str], list[Source]] = {}

    def sources(self, suffix: str = ".py", under: str = "") -> list[Source]:
        """All files of one kind; generated and installed ones aside."""
        if (suffix, under) not in self._listed:
            paths = sorted((self.root / under).rglob(f"*{suffix}"))
            ours = [path for path in paths if UNTOUCHED.isdisjoint(self._steps(path))]
            self._listed[suffix, under] = [Source(self.root, one) for one in ours if one.is_file()]
        return self._listed[suffix, under]

    def _steps(self, path: Path) -> tuple[str, ...]:
        return path.relative_to(self.root).parts

    def python(self, under: str = "src") -> Iterator[Source]:
        return (source for source in self.sources(".py", under) if not source.is_generated)

    def domains(self) -> list[Path]:
        folder = self.src / "domains"
        return sorted(path for path in folder.iterdir() if (path / "__init__.py").exists())

    def committed(self) -> Iterator[Source]:
        """Every file that git keeps, or would keep, as text."""
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=self.root,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for name in filter(None, listed.split("\0")):
            path = self.root / name
            if path.is_file() and b"\0" not in path.read_bytes()[:4096]:
                yield Source(self.root, path)
