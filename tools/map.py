"""make map: docs/map.md, the house on one page, drawn from the code and never by hand.

Floors, domains with their actions, queries and facts, and who reacts to which fact.
"""

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tools.house import HERE, House

MAP = Path("docs/map.md")
HEAD = """# The house on one page

Drawn by `make map` from the code; don't edit. A use case is one file in its domain's `actions/`.
"""


def draw(root: Path = HERE) -> str:
    """The text of docs/map.md."""
    house = House(root)
    reactions = _reactions(house)
    parts = [HEAD, _floors(house), "## Domains, from the highest storey down\n"]
    parts += [_domain(house, name, reactions) for name in _storeys(house)]
    parts += [_faces(house), _providers(house)]
    return "\n".join(parts)


def write_map(root: Path = HERE) -> None:
    path = root / MAP
    path.parent.mkdir(exist_ok=True)
    path.write_text(draw(root), encoding="utf-8")


def _project(house: House) -> dict:
    return tomllib.loads((house.root / "pyproject.toml").read_text(encoding="utf-8"))


def _layers(house: House, contract: str) -> list[str]:
    contracts = _project(house)["tool"]["importlinter"]["contracts"]
    return next(one["layers"] for one in contracts if one["name"].startswith(contract))


def _storeys(house: House) -> list[str]:
    """The domains that stand, from top to bottom."""
    there = {path.name for path in house.domains()}
    layers = _layers(house, "2 ")
    return [name.strip() for layer in layers for name in layer.split("|") if name.strip() in there]


def _floors(house: House) -> str:
    lines = ["## Floors, from the top down\n"]
    for layer in _layers(house, "1 "):
        floors = [name.strip() for name in layer.split("|")]
        told = [f"**{name}**: {_tell(house.src / name / '__init__.py')}" for name in floors]
        lines.append("- " + "<br>".join(told))
    return "\n".join(lines) + "\n"


def _tell(path: Path) -> str:
    """The first line of a module's docstring, as the end of a sentence."""
    doc = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) if path.exists() else None
    return (doc or "").splitlines()[0].rstrip(".") if doc else ""


def _domain(house: House, name: str, reactions: dict[str, list[str]]) -> str:
    folder = house.src / "domains" / name
    lines = [f"### {name}\n"]
    if readme := _first_sentence(folder / "README.md"):
        lines.append(f"{readme}\n")
    actions = sorted(path for path in (folder / "actions").glob("*_*.py") if path.stem[0] != "_")
    for path in actions:
        lines.append(f"- do **{path.stem}**: {_tell(path)}".rstrip(": "))
    if queries := ", ".join(f"`{query}`" for query in _functions(folder, "queries")):
        lines.append(f"- ask {queries}")
    for fact, event in _facts(folder):
        met = ", ".join(f"`{one}`" for one in reactions.get(f"{name}.{event}", []))
        lines.append(f"- tells `{fact}`" + (f", met by {met}" if met else ""))
    return "\n".join(lines) + "\n"


def _first_sentence(readme: Path) -> str:
    if not readme.exists():
        return ""
    paragraphs = readme.read_text(encoding="utf-8").split("\n\n")[1:]
    told = " ".join(paragraphs[0].split()) if paragraphs else ""
    return told.split(". ")[0].rstrip(".") + "." if told else ""


def _modules(folder: Path, room: str) -> Iterator[ast.Module]:
    """A room's modules, whether it is a file or a package."""
    paths = sorted((folder / room).glob("*.py")) if (folder / room).is_dir() else []
    if (folder / f"{room}.py").exists():
        paths = [folder / f"{room}.py"]
    for path in paths:
        yield ast.parse(path.read_text(encoding="utf-8"))


def _functions(folder: Path, room: str) -> list[str]:
    return [
        node.name
        for module in _modules(folder, room)
        for node in module.body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]


def _facts(folder: Path) -> Iterator[tuple[str, str]]:
    """(name, class) of each fact that the domain tells."""
    for module in _modules(folder, "events"):
        for node in module.body:
            if isinstance(node, ast.ClassDef):
                for line in node.body:
                    if isinstance(line, ast.AnnAssign) and ast.unparse(line.target) == "name":
                        yield ast.literal_eval(line.value or ast.Constant("")), node.name


def _reactions(house: House) -> dict[str, list[str]]:
    """Who reacts, by "<domain>.<class of the fact>"."""
    found: dict[str, list[str]] = {}
    for folder in house.domains():
        for module in _modules(folder, "reactions"):
            origins = _origins(module, folder.name)
            for node in module.body:
                for fact in _subscribed(node):
                    reaction = f"{folder.name}.{getattr(node, 'name', '')}"
                    found.setdefault(f"{origins.get(fact, '?')}.{fact}", []).append(reaction)
    return found


def _origins(module: ast.Module, own: str) -> dict[str, str]:
    """The domain that each imported fact comes from."""
    found = {}
    for node in module.body:
        if isinstance(node, ast.ImportFrom):
            parts = (node.module or "").split(".")
            domain = own if node.level else parts[2] if len(parts) > 2 else ""
            found |= {alias.asname or alias.name: domain for alias in node.names}
    return found


def _subscribed(node: ast.stmt) -> list[str]:
    return [
        ast.unparse(decorator.args[0])
        for decorator in getattr(node, "decorator_list", [])
        if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "on"
    ]


def _faces(house: House) -> str:
    lines = ["## Faces\n"]
    for folder in sorted((house.src / "faces").iterdir()):
        for room in ("pages", "commands"):
            names = sorted(path.stem for path in (folder / room).glob("*.py"))
            if names := [name for name in names if not name.startswith("_")]:
                lines.append(f"- {folder.name}, {room}: {', '.join(names)}")
    return "\n".join(lines) + "\n"


def _providers(house: House) -> str:
    lines = ["## Providers, by entry point\n"]
    groups = _project(house)["project"].get("entry-points", {})
    for group, entries in sorted(groups.items()):
        lines.append(f"- `{group}`: {', '.join(sorted(entries))}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    write_map()
    sys.stdout.write(f"{MAP} is drawn.\n")
