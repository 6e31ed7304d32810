"""Nobody walks with `__` through a foreign key into another domain, or looks a model up by name."""

import ast
from collections.abc import Iterator, Mapping

from tools.house import Fault, House

WALKERS = frozenset(
    {"F", "OuterRef", "Count", "Sum", "Max", "Min", "Avg", "Prefetch"}
    | {"values", "values_list", "order_by", "select_related", "prefetch_related", "only", "defer"}
)


def faults(house: House, relations: Mapping[str, frozenset[str]]) -> Iterator[Fault]:
    """`relations`: for each domain, the names of its relations that lead out of it."""
    for source in house.python():
        names = relations.get(source.domain or "", frozenset())
        for node in source.nodes:
            if not isinstance(node, ast.Call):
                continue
            for lookup in _lookups(node):
                if lookup.lstrip("-").split("__")[0] in names and _leaves(node, lookup):
                    yield source.fault(node, f"{lookup} walks into another domain: ask its queries")
            if _called(node) == "get_model" and "platform" not in source.path.parts:
                yield source.fault(node, "a model is looked up by its name: import it")


def _lookups(call: ast.Call) -> Iterator[str]:
    yield from (keyword.arg for keyword in call.keywords if keyword.arg)
    if _called(call) in WALKERS:
        for given in call.args:
            if isinstance(given, ast.Constant) and isinstance(given.value, str):
                yield given.value


def _leaves(call: ast.Call, lookup: str) -> bool:
    """`brand__name` leaves; `brand=…` and `brand_id` stay; select_related("brand") leaves."""
    return "__" in lookup or _called(call) in ("select_related", "prefetch_related", "Prefetch")


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""
