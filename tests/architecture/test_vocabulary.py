"""Facts and refusals: named once, by rule, and facts come back from the outbox as they went in."""

import dataclasses
import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from types import ModuleType

import msgspec
import pytest

from tijara import domains, platform
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import NotAllowed
from tijara.platform.limits import RateLimited
from tijara.platform.outbox.subscriptions import subscriptions
from tools.house import House

FACT = re.compile(r"(?P<domain>[a-z_]+)\.[a-z]+(_[a-z]+)*\.v[1-9]\d*")
CODE = re.compile(r"(?P<home>[a-z_]+)\.[a-z]+(_[a-z]+)*")
EVERYWHERE = {Refusal, Invalid, NotAllowed, RateLimited}
"""Refusals of the house itself: their codes have no domain."""
LEFT_OUT = {"tests", "testing", "migrations"}


def modules() -> Iterator[ModuleType]:
    """Every module of the floors where facts and refusals are at home; tests aside."""
    for floor in (domains, platform):
        for found in pkgutil.walk_packages(floor.__path__, f"{floor.__name__}."):
            if not set(found.name.split(".")) & LEFT_OUT:
                yield importlib.import_module(found.name)


def facts() -> list[type]:
    return [
        thing
        for module in modules()
        if ".events" in module.__name__
        for thing in vars(module).values()
        if isinstance(thing, type) and thing.__module__ == module.__name__
        if dataclasses.is_dataclass(thing) and hasattr(thing, "name")
    ]


def refusals(kind: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    yield kind
    for narrower in kind.__subclasses__():
        yield from refusals(narrower)


def own_refusals() -> set[type[Refusal]]:
    loaded = list(modules())
    assert loaded
    return {
        one
        for one in refusals()
        if one.__module__.startswith("tijara.") and not set(one.__module__.split(".")) & LEFT_OUT
    } - EVERYWHERE


@pytest.mark.parametrize("fact", facts(), ids=lambda fact: fact.name)
class TestFact:
    def test_is_named_by_its_domain_what_happened_and_its_version(self, fact):
        named = FACT.fullmatch(fact.name)
        assert named and named["domain"] == fact.__module__.split(".")[2]

    def test_can_not_be_changed(self, fact):
        assert fact.__dataclass_params__.frozen and "__slots__" in vars(fact)

    def test_comes_back_from_the_outbox(self, fact):
        """By its types alone: one that JSON does not bring back would be a custom one."""
        assert "CustomType(" not in repr(msgspec.inspect.type_info(fact))

    def test_carries_no_personal_data(self, fact):
        names = {field.name for field in dataclasses.fields(fact)}
        assert not names & {"phone", "email", "address", "recipient", "password", "name"}


def test_no_two_facts_have_one_name():
    names = Counter(fact.name for fact in facts())
    assert [name for name, times in names.items() if times > 1] == []


def test_whoever_reacts_reacts_to_a_fact_of_a_domain():
    known = {fact.name: fact for fact in facts()}
    for name, subscription in subscriptions().items():
        if not name.startswith("tests."):
            assert known[name] is subscription.fact_type


def test_a_refusals_code_begins_with_its_home():
    homes = {one: one.__module__.split(".")[2] for one in own_refusals()}
    wrong = [
        f"{one.__qualname__}: {one.code}"
        for one, home in homes.items()
        if not (named := CODE.fullmatch(one.code)) or named["home"] != home
    ]
    assert wrong == []


def test_no_two_refusals_have_one_code():
    codes = Counter(one.code for one in own_refusals())
    assert [code for code, times in codes.items() if times > 1] == []


DOING = [path / "actions" for path in House().domains() if (path / "actions").exists()]


@pytest.mark.parametrize("folder", DOING, ids=lambda folder: folder.parent.name)
def test_whatever_a_domain_offers_to_do_is_guarded(folder):
    domain = folder.parent.name
    offered = importlib.import_module(f"tijara.domains.{domain}.actions")
    acts = [vars(offered)[name] for name in offered.__all__ if name.islower()]
    assert acts or not list(folder.glob("*_*.py"))
    assert [act.__name__ for act in acts if not isinstance(act.power, Power)] == []
    assert {act.__name__ for act in acts} == {
        path.stem for path in folder.glob("*.py") if path.stem != "__init__"
    }
