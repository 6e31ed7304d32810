"""make new-provider PORT=message_channels NAME=unifonic: a vendor's package, found by entry point.

The methods are those of the port's Protocol; the domain's exam says when they are right.
"""

import argparse
import ast
from pathlib import Path

from tools.house import HERE
from tools.scaffold import WORD, CannotScaffold, Scaffold, camel, must_match, sentence

MODULE = '''"""{title} as one of the {words}."""

from dataclasses import dataclass

from tijara.domains.{domain} import ports


@dataclass(frozen=True, slots=True)
class {camel}Settings:
    """What the vendor must be told: an environment variable TIJARA_{upper}_<FIELD> each."""

    key: str


class {camel}(ports.{protocol}):
    Settings = {camel}Settings

    def __init__(self, settings: {camel}Settings) -> None:
        self.settings = settings
'''
TEST = '''"""{title} keeps the port's promises.

Let it sit the exam of tijara.domains.{domain}.testing, against a simulator of the vendor.
"""

from tijara.platform import providers
from tijara.providers.{name} import {camel}, {camel}Settings


def test_is_found_by_its_name():
    assert providers.load("{port}", "{name}") is {camel}


def test_is_made_from_its_settings():
    assert {camel}({camel}Settings(key="k")).settings.key == "k"
'''
README = """# {title}

What the vendor does, where its documentation is, and which version of it this speaks.

Settings: `TIJARA_{upper}_KEY`.
"""


def new_provider(port: str, name: str, root: Path = HERE) -> None:
    must_match(WORD, name, "a provider's name is lower case")
    domain, protocol = _protocol_of(port, root)
    words = {
        "port": port,
        "name": name,
        "upper": name.upper(),
        "camel": camel(name),
        "title": sentence(name),
        "words": port.replace("_", " "),
        "domain": domain,
        "protocol": protocol,
    }
    house = Scaffold(root)
    folder = f"src/tijara/providers/{name}"
    offer = f"from .vendor import {camel(name)}, {camel(name)}Settings\n"
    names = f'["{camel(name)}", "{camel(name)}Settings"]'
    house.new_file(
        f"{folder}/__init__.py", f'"""{sentence(name)}."""\n\n{offer}\n__all__ = {names}\n'
    )
    house.new_file(f"{folder}/vendor.py", MODULE.format(**words))
    house.new_file(f"{folder}/README.md", README.format(**words))
    house.new_file(f"{folder}/tests/__init__.py")
    house.new_file(f"{folder}/tests/test_{name}.py", TEST.format(**words))
    entry = f'{name} = "tijara.providers.{name}:{camel(name)}"'
    _enter(house, f'[project.entry-points."tijara.{port}"]', entry)
    house.write()


def _protocol_of(port: str, root: Path) -> tuple[str, str]:
    """The domain and the Protocol whose ports.py names the entry-point group."""
    for path in sorted((root / "src/tijara/domains").glob("*/ports.py")):
        text = path.read_text(encoding="utf-8")
        if f"tijara.{port}" not in text:
            continue
        for node in ast.parse(text).body:
            if isinstance(node, ast.ClassDef) and any(
                ast.unparse(one) == "Protocol" for one in node.bases
            ):
                return path.parent.name, node.name
    raise CannotScaffold(f"no domain's ports.py names the entry points tijara.{port}")


def _enter(house: Scaffold, group: str, entry: str) -> None:
    text = house.read("pyproject.toml")
    if f"{group}\n" in text:
        house.replace("pyproject.toml", text.replace(f"{group}\n", f"{group}\n{entry}\n"))
    else:
        house.put_before("pyproject.toml", "[tool.setuptools", f"{group}\n{entry}\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("port")
    parser.add_argument("name")
    given = parser.parse_args()
    new_provider(given.port, given.name)
