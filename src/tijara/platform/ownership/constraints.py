"""Database foreign keys over (owner, id), made by migrations."""

from django.apps import apps
from django.db.models.constraints import BaseConstraint


class OwnedForeignKey(BaseConstraint):
    """FOREIGN KEY (owner, x_id) REFERENCES target (owner, id).

    When the constraint folds into CreateModel, Django asks for its inline form; it has none, so
    it is put off to the end of the migration, when every table stands.
    """

    def __init__(self, *, fields, to, to_fields, name):
        super().__init__(name=name)
        self.fields = tuple(fields)
        self.to = to
        self.to_fields = tuple(to_fields)

    def constraint_sql(self, model, schema_editor):
        schema_editor.deferred_sql.append(self.create_sql(model, schema_editor))

    def create_sql(self, model, schema_editor):
        target = self._target(model)
        quote = schema_editor.quote_name
        columns = ", ".join(quote(model._meta.get_field(name).column) for name in self.fields)
        targets = ", ".join(quote(target._meta.get_field(name).column) for name in self.to_fields)
        return (
            f"ALTER TABLE {quote(model._meta.db_table)} ADD CONSTRAINT {quote(self.name)} "
            f"FOREIGN KEY ({columns}) REFERENCES {quote(target._meta.db_table)} ({targets})"
        )

    def remove_sql(self, model, schema_editor):
        quote = schema_editor.quote_name
        return (
            f"ALTER TABLE {quote(model._meta.db_table)} DROP CONSTRAINT IF EXISTS "
            f"{quote(self.name)}"
        )

    def _target(self, model):
        try:
            return model._meta.apps.get_model(self.to)
        except LookupError:  # it is made later in the same migration: ask today's registry
            return apps.get_model(self.to)

    def validate(self, *args, **options):
        """The database is asked, nobody else."""

    def __eq__(self, other):
        return isinstance(other, OwnedForeignKey) and self.deconstruct() == other.deconstruct()

    def __hash__(self):
        return hash(self.name)

    def deconstruct(self):
        path, args, options = super().deconstruct()
        options |= {"fields": self.fields, "to": self.to, "to_fields": self.to_fields}
        return path, args, options
