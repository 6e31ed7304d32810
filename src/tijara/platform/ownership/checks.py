"""The rules of ownership as Django system checks: they run everywhere, with no Citus needed."""

from collections.abc import Iterator

from django.apps import apps
from django.core import checks
from django.db import models

from .constraints import OwnedForeignKey

GROUPS = {"id": "seller_id"}
"""A table keyed by its own id (the seller himself) lies with that owner's rows."""


def is_ours(model: type[models.Model]) -> bool:
    return model.__module__.startswith("tijara.")


def ownership_of(model: type[models.Model]) -> str:
    """The owner column, "reference" or "local" (every table of a library is local)."""
    return getattr(model, "owned_by", "local")


def group_of(model: type[models.Model]) -> str:
    owned_by = ownership_of(model)
    return GROUPS.get(owned_by, owned_by)


def faults_of(model: type[models.Model]) -> Iterator[tuple[str, str]]:
    """(code, message) for each rule that the model breaks."""
    if is_ours(model) and not hasattr(model, "owned_by"):
        yield "E0", "says nothing about its owner: set owned_by"
    owned_by = ownership_of(model)
    if owned_by == "local":
        return
    if owned_by != "reference":
        yield from _key_faults(model, model._meta.get_field(owned_by).column)
    yield from _relation_faults(model)


def _key_faults(model, owner_column: str) -> Iterator[tuple[str, str]]:
    meta = model._meta
    keys = meta.pk.fields if isinstance(meta.pk, models.CompositePrimaryKey) else [meta.pk]
    if keys[0].column != owner_column:
        yield "E1", f"the primary key does not lead with {owner_column}"
    for field in meta.local_fields:
        composite = isinstance(field, models.CompositePrimaryKey)
        if field.unique and not composite and field.column != owner_column:
            yield "E2", f"{field.name} is unique without its owner"
    for constraint in meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            names = constraint.fields
            if not names or meta.get_field(names[0]).column != owner_column:
                yield "E3", f"{constraint.name} does not lead with {owner_column}"


def _relation_faults(model) -> Iterator[tuple[str, str]]:
    for field in model._meta.local_fields:
        plain = isinstance(field, models.ForeignKey) and field.db_constraint
        if plain and ownership_of(field.related_model) != "reference":
            yield "E4", f"{field.name}: only reference tables take a plain foreign key"
    for constraint in model._meta.constraints:
        if not isinstance(constraint, OwnedForeignKey):
            continue
        target = model._meta.apps.get_model(constraint.to)
        if group_of(target) != group_of(model):
            yield "E5", f"{constraint.name} leaves the owner's rows"
        elif constraint.fields[0] != ownership_of(model):
            yield "E6", f"{constraint.name} does not lead with {ownership_of(model)}"


@checks.register("ownership")
def check_ownership(app_configs, **options) -> list[checks.CheckMessage]:
    return [
        checks.Error(message, obj=model, id=f"tijara.ownership.{code}")
        for model in apps.get_models()
        for code, message in faults_of(model)
    ]
