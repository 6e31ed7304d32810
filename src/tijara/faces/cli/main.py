"""`tijara <command>`: one file a command in `commands/`, loaded when it is asked for.

A command's module has a docstring (its first line is the help), `arguments(parser)` where it takes
some, and `run(options) -> int | None`. Django is set up before the module is loaded, so it imports
what it needs at its top; the few commands in WITHOUT_DJANGO start at once.
"""

import argparse
import ast
import importlib
import os
import pkgutil
import sys
from pathlib import Path
from types import ModuleType

from tijara.kit.refusal import Refusal

from . import commands

WITHOUT_DJANGO = frozenset({"up", "down", "status", "backup", "restore", "bench"})
AS_OWNER = frozenset({"distribute", "migrate", "prepare"})
"""Commands that connect as the role that owns the tables."""


def main(argv: list[str] | None = None) -> int:
    words = list(sys.argv[1:] if argv is None else argv)
    names = command_names()
    if len(words) == 2 and "help" in words:
        words.remove("help")
        words.append("--help")
    if not words or words[0] in ("-h", "--help", "help"):
        sys.stdout.write(_overview(names))
        return 0
    if words[0] not in names:
        sys.stderr.write(f"tijara: there is no command {words[0]!r}\n\n{_overview(names)}")
        return 2
    return _run(load(words[0]), words)


def command_names() -> list[str]:
    found = pkgutil.iter_modules(commands.__path__)
    return sorted(module.name.replace("_", "-") for module in found)


def load(name: str) -> ModuleType:
    """The command's module, with Django standing where it needs Django."""
    if name not in WITHOUT_DJANGO:
        if name in AS_OWNER:
            os.environ["TIJARA_DATABASE_ROLE"] = "owner"
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tijara.project.settings")
        importlib.import_module("django").setup()
    return importlib.import_module(f"{commands.__name__}.{name.replace('-', '_')}")


def _run(command: ModuleType, words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog=f"tijara {words[0]}", description=command.__doc__)
    if hasattr(command, "arguments"):
        command.arguments(parser)
    options = parser.parse_args(words[1:])
    try:
        return command.run(options) or 0
    except Refusal as refusal:
        sys.stderr.write(f"{refusal.code}: {refusal}\n")
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141


def _overview(names: list[str]) -> str:
    lines = [f"  {name:<12} {_help(name)}" for name in names]
    return "\n".join(["usage: tijara COMMAND [options]", "", *lines, ""])


def _help(name: str) -> str:
    """The first line of the command's docstring, read without running it."""
    place = Path(commands.__path__[0]) / name.replace("-", "_")
    file = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    docstring = ast.get_docstring(ast.parse(file.read_text())) or ""
    return docstring.partition("\n")[0]


if __name__ == "__main__":
    sys.exit(main())
