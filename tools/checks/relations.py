"""Foreign keys point down or stay in their domain, and leave no trace below."""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.db import models

from tijara.platform.ownership.constraints import OwnedForeignKey

DOMAINS = "tijara.domains."


def storeys(pyproject: Path) -> dict[str, int]:
    """Each domain's height, as contract 2 has it; domains side by side are equally high."""
    contracts = tomllib.loads(pyproject.read_text())["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["name"].startswith("2 "))
    return {
        domain.strip(): -place for place, layer in enumerate(layers) for domain in layer.split("|")
    }


def domain_of(model: type[models.Model]) -> str | None:
    if not model.__module__.startswith(DOMAINS):
        return None
    return model.__module__.removeprefix(DOMAINS).split(".")[0]


def faults(all_models: Iterable[type[models.Model]], heights: dict[str, int]) -> Iterator[str]:
    for model in all_models:
        own = domain_of(model)
        if own is None:
            continue
        for name, target, is_hidden in _relations(model):
            other = domain_of(target)
            if other is None or other == own:
                continue
            if heights[other] >= heights[own]:
                yield f"{model.__name__}.{name} points up, to {other}"
            if not is_hidden:
                yield f"{model.__name__}.{name} needs related_name='+'"


def leading_out(all_models: Iterable[type[models.Model]]) -> dict[str, frozenset[str]]:
    """For each domain, the names of its relations into other domains."""
    found: dict[str, set[str]] = {}
    for model in all_models:
        own = domain_of(model)
        for name, target, _ in _relations(model):
            if own and domain_of(target) not in (None, own):
                found.setdefault(own, set()).add(name)
    return {domain: frozenset(names) for domain, names in found.items()}


def _relations(model: type[models.Model]) -> Iterator[tuple[str, type[models.Model], bool]]:
    """(name, target, whether nothing leads back) of every foreign key, also over the owner."""
    for field in model._meta.get_fields():
        if getattr(field, "remote_field", None) and not field.auto_created:
            yield field.name, field.related_model, field.remote_field.hidden
    for constraint in model._meta.constraints:
        if isinstance(constraint, OwnedForeignKey):
            yield constraint.name, model._meta.apps.get_model(constraint.to), True
