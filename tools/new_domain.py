"""make new-domain NAME=raffles [ABOVE=orders]: a domain with its rooms, on its storey.

It stands on the storey right above the domain ABOVE, or on top of all.
"""

import argparse
from pathlib import Path

from tools.checks.relations import storeys
from tools.house import HERE
from tools.scaffold import WORD, CannotScaffold, Scaffold, camel, must_match, sentence

APPS = """from django.apps import AppConfig


class {camel}Config(AppConfig):
    name = "tijara.domains.{name}"
    label = "{name}"
"""
README = """# {title}

What it is, in two sentences. What it promises, and to whom.

- Tables: none yet.
- Actions: none yet (`make new-action DOMAIN={name} NAME=verb_noun`).
"""


def new_domain(name: str, above: str = "", root: Path = HERE) -> None:
    must_match(WORD, name, "a domain's name is lower case, a plural where there are many")
    heights = storeys(root / "pyproject.toml")
    above = above or max(heights, key=lambda domain: heights[domain])
    if above not in heights:
        raise CannotScaffold(f"there is no domain {above}")
    house = Scaffold(root)
    folder = f"src/tijara/domains/{name}"
    house.new_file(f"{folder}/__init__.py")
    house.new_file(f"{folder}/apps.py", APPS.format(name=name, camel=camel(name)))
    house.new_file(f"{folder}/shapes.py", f'"""What crosses the border of {name}."""\n')
    house.new_file(f"{folder}/actions/__init__.py", "__all__: list[str] = []\n")
    house.new_file(f"{folder}/models/__init__.py", "__all__: list[str] = []\n")
    house.new_file(f"{folder}/migrations/__init__.py")
    house.new_file(f"{folder}/tests/__init__.py")
    house.new_file(f"{folder}/README.md", README.format(name=name, title=sentence(name)))
    house.put_before("pyproject.toml", _layer_of(house, above), f'  "{name}",')
    settings = "src/tijara/project/settings/__init__.py"
    house.put_before(settings, '    "tijara.ui",', f'    "tijara.domains.{name}",')
    house.write()


def _layer_of(house: Scaffold, domain: str) -> str:
    """The line of contract 2 that the domain stands in."""
    lines = house.read("pyproject.toml").splitlines()
    start = next(place for place, line in enumerate(lines) if line.startswith('name = "2 '))
    return next(
        line for line in lines[start:] if domain in line.strip(' ",').replace(" ", "").split("|")
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name")
    parser.add_argument("above", nargs="?", default="")
    given = parser.parse_args()
    new_domain(given.name, given.above)
