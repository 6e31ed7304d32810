"""Rows of a file as they are read together, without a database."""

from tijara.domains.offers.rules import (
    Families,
    FamilyReader,
    RowReader,
    RowRefused,
    SectionNames,
    plan_columns,
)
from tijara.kit.tables import Row


def bundles(header, told, chosen=None):
    """The rows as they are handed over together; the header stands on the first line."""
    rows = [Row(line, list(cells)) for line, cells in enumerate(told, 2)]
    families = Families(plan_columns(header, chosen))
    for row in rows:
        families.look(row)
    return families, list(families.bundles(rows))


def family_rows(header, told, chosen=None):
    """(line, what became of the row): a ReadRow, nothing, or the code of its fault."""
    families, found = bundles(header, told, chosen)
    reader = FamilyReader(RowReader(families.plan, SectionNames(), "SAR", "shop"), families)
    done = []
    for bundle in found:
        became = reader.read([row.cells for row in bundle.rows])
        for row, what in zip(bundle.rows, became, strict=True):
            code = what.code if isinstance(what, RowRefused) else what
            done.append((row.line, bundle.fault or code))
    return done
