"""make new-action DOMAIN=orders NAME=cancel_order: a use case, guarded, offered and tested."""

import argparse
import ast
from pathlib import Path

from tools.house import HERE
from tools.scaffold import VERB_NOUN, CannotScaffold, Scaffold, camel, must_match, sentence

ACTION = '''"""{title}: what changes, and for whom."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action


class {camel}Impossible(Refusal):
    """Why it can't be done now."""

    code = "{domain}.{name}_impossible"
    kind = Kind.CONFLICT


@action(power=Power.SYSTEM)
def {name}(*, actor: Actor, owner_id: UUID) -> None:
    raise {camel}Impossible(owner_id=str(owner_id))
'''
TEST = '''"""{title}: what is promised."""

import pytest

from tijara.domains.{domain}.actions import {camel}Impossible, {name}
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.platform.action import NotAllowed


def test_nobody_does_it_without_the_power():
    with pytest.raises(NotAllowed):
        {name}(actor=Actor(ActorKind.STAFF), owner_id=new_id())


@pytest.mark.django_db
def test_is_refused_as_long_as_nothing_allows_it():
    with pytest.raises({camel}Impossible):
        {name}(actor=SYSTEM, owner_id=new_id())
'''


def new_action(domain: str, name: str, root: Path = HERE) -> None:
    must_match(VERB_NOUN, name, "an action is called verb_noun")
    folder = f"src/tijara/domains/{domain}"
    if not (root / folder / "actions" / "__init__.py").exists():
        raise CannotScaffold(f"there is no domain {domain} with actions")
    words = {"domain": domain, "name": name, "camel": camel(name), "title": sentence(name)}
    house = Scaffold(root)
    house.new_file(f"{folder}/actions/{name}.py", ACTION.format(**words))
    house.new_file(f"{folder}/tests/test_{name}.py", TEST.format(**words))
    offered = f"{folder}/actions/__init__.py"
    house.replace(offered, _offering(house.read(offered), name, words["camel"]))
    house.write()


def _offering(text: str, name: str, camel_name: str) -> str:
    """actions/__init__.py with the action and its refusal among what it offers."""
    tree = ast.parse(text)
    imports = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
    lines = [ast.get_source_segment(text, node) or "" for node in imports]
    lines.append(f"from .{name} import {camel_name}Impossible, {name}")
    lines.sort(key=lambda line: line.split()[1])
    offered = {f"{camel_name}Impossible", name}
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            offered |= set(ast.literal_eval(node.value))
    doc = ast.get_docstring(tree)
    head = f'"""{doc}"""\n\n' if doc else ""
    names = "".join(f'    "{one}",\n' for one in sorted(offered, key=_by_case))
    return f"{head}{chr(10).join(lines)}\n\n__all__ = [\n{names}]\n"


def _by_case(name: str) -> tuple[bool, str]:
    """Classes before functions."""
    return name[0].islower(), name


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("domain")
    parser.add_argument("name")
    given = parser.parse_args()
    new_action(given.domain, given.name)
