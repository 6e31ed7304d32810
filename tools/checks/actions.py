"""Every use case is one file with one public, guarded function of the file's name."""

import ast
import re
from collections.abc import Iterator

from tools.house import Fault, House, Source

VERB_NOUN = re.compile(r"[a-z]+(_[a-z0-9]+)+")


def faults(house: House) -> Iterator[Fault]:
    for domain in house.domains():
        folder = domain / "actions"
        if not folder.is_dir():
            continue
        offered = _offered(Source(house.root, folder / "__init__.py"))
        for path in sorted(folder.glob("*.py")):
            if path.name != "__init__.py":
                yield from _faults_of(Source(house.root, path), offered)


def _faults_of(source: Source, offered: set[str]) -> Iterator[Fault]:
    name = source.path.stem
    if not VERB_NOUN.fullmatch(name):
        yield source.fault(1, "an action is called verb_noun")
    public = [
        node
        for node in source.tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and not node.name.startswith("_")
    ]
    if [function.name for function in public] != [name]:
        yield source.fault(1, f"has one public function, and it is called {name}")
        return
    if name not in offered:
        yield source.fault(1, f"actions/__init__.py does not offer {name} in __all__")
    yield from _signature_faults(source, public[0])


def _signature_faults(source: Source, function: ast.FunctionDef) -> Iterator[Fault]:
    if not any(_is_guard(decorator) for decorator in function.decorator_list):
        yield source.fault(function, "nothing guards it: @action(power=…)")
    given = function.args
    positional = [one.arg for one in given.posonlyargs + given.args]
    named = [one.arg for one in given.kwonlyargs]
    if (positional + named)[:1] != ["actor"]:
        yield source.fault(function, "the actor comes first")
    if positional not in ([], ["actor"]) or given.vararg:
        yield source.fault(function, "parameters are given by name: put a * before them")


def _is_guard(decorator: ast.expr) -> bool:
    return (
        isinstance(decorator, ast.Call)
        and isinstance(decorator.func, ast.Name)
        and decorator.func.id == "action"
        and any(keyword.arg == "power" for keyword in decorator.keywords)
    )


def _offered(source: Source) -> set[str]:
    """The names in `__all__`."""
    for node in source.tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return set(ast.literal_eval(node.value))
    return set()
