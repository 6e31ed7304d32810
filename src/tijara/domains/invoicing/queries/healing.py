"""Rejected documents that another one may help: what it would say, and whether it is worth it."""

from dataclasses import dataclass, replace
from uuid import UUID

from django.db import connection
from psycopg.sql import SQL

from tijara.kit.en16931 import SemanticInvoice
from tijara.kit.ids import new_id

from ..rules import fingerprint
from ..shapes import Issuer, Remark, UnitState
from .filings import paper_of, told_of
from .units import authority_called, issuer_of, rules_broken, unit_of

MOST_HEALED = 3
"""So often a paper is mended by itself; then somebody has to look."""
MOST_AT_ONCE = 100
REJECTED = SQL("""
    SELECT f.seller_id, f.id, f.invoice_id, f.said,
           ARRAY(SELECT e ->> 'rule' FROM jsonb_array_elements(f.errors) e)
    FROM invoicing_filing f
    JOIN invoicing_unit u ON u.seller_id = f.seller_id AND u.state = 'ready'
    WHERE f.state = 'rejected' AND %(healed)s > (
        SELECT count(*) FROM invoicing_filing h
        WHERE h.seller_id = f.seller_id AND h.invoice_id = f.invoice_id AND h.is_healed)
    ORDER BY f.answered_at DESC
    LIMIT %(most)s
""")


@dataclass(frozen=True, slots=True)
class Redraft:
    """What another document of a paper would say, and the rules that it would break."""

    issuer: Issuer
    told: SemanticInvoice
    remarks: tuple[Remark, ...]


def redraft(seller_id: UUID, invoice_id: UUID) -> Redraft | None:
    """With what is said of the seller now; None where he has no unit that writes."""
    unit = unit_of(seller_id)
    if unit is None or unit.state is not UnitState.READY:
        return None
    issuer, paper = issuer_of(seller_id), paper_of(seller_id, invoice_id)
    mended = replace(paper, content=replace(paper.content, issuer=issuer))
    told = told_of(mended, new_id(), unit.facts)
    authority = authority_called(unit.authority, unit.fields)
    return Redraft(issuer, told, rules_broken(authority, told))


def curable_filings() -> list[tuple[UUID, UUID]]:
    """(seller id, filing id) of rejected documents that are worth another one: it would say
    something else, or all that was wrong is of the kind that the authority says a new one ends."""
    with connection.cursor() as cursor:
        cursor.execute(REJECTED, {"healed": MOST_HEALED, "most": MOST_AT_ONCE})
        rows = cursor.fetchall()
    return [row[:2] for row in rows if _is_curable(*row)]


def _is_curable(
    seller_id: UUID, filing_id: UUID, invoice_id: UUID, said: str, rules: list[str]
) -> bool:
    unit, made = unit_of(seller_id), redraft(seller_id, invoice_id)
    if unit is None or made is None or made.remarks:
        return False
    if rules and set(rules) <= authority_called(unit.authority, unit.fields).passing_rules:
        return True
    return bool(said) and said != fingerprint(made.told)
