"""Count what people have searched for, and which products they opened after it."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from tijara.domains.catalogue.queries import ids_at
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..rules import FADES_DAYS, MOST_MARKS, counted_text
from ..shapes import Heard, HeardKind

FADES_SECONDS = FADES_DAYS * 24 * 3600
NEW = "cardinality(ARRAY(SELECT unnest(excluded.marks) EXCEPT SELECT unnest(w.marks)))"
PEOPLE = f"least(w.people + {NEW}, {MOST_MARKS})"
MARKS = (
    f"CASE WHEN w.people + {NEW} >= {MOST_MARKS} THEN '{{}}'::bigint[] "
    "ELSE ARRAY(SELECT unnest(w.marks) UNION SELECT unnest(excluded.marks)) END"
)
ASKED = """
    INSERT INTO search_wording AS w (market_id, language, text, said, heat, people, marks,
        is_blocked, departments, sellers, last_at)
    SELECT market_id, language, text, said, times, cardinality(marks::bigint[]), marks::bigint[],
        false, '{{}}', '{{}}', %s
    FROM unnest(%s::uuid[], %s::text[], %s::text[], %s::text[], %s::int[], %s::text[])
        AS k (market_id, language, text, said, times, marks)
    ON CONFLICT (market_id, language, text) DO UPDATE SET said = excluded.said,
        heat = excluded.heat + w.heat * exp(
            -greatest(extract(epoch FROM excluded.last_at - w.last_at), 0) / {fades}),
        people = {people}, marks = {marks}, last_at = excluded.last_at
"""
CHOSEN = """
    INSERT INTO search_choice AS w (market_id, text, product_id, said, times, people, marks,
        last_at)
    SELECT market_id, text, product_id, said, times, cardinality(marks::bigint[]), marks::bigint[],
        %s
    FROM unnest(%s::uuid[], %s::text[], %s::uuid[], %s::text[], %s::int[], %s::text[])
        AS k (market_id, text, product_id, said, times, marks)
    ON CONFLICT (market_id, text, product_id) DO UPDATE SET said = excluded.said,
        times = w.times + excluded.times, people = {people}, marks = {marks},
        last_at = excluded.last_at
"""
Counted = dict[tuple, tuple[str, int, set[int]]]


@action(power=Power.SYSTEM)
def note_heard(*, actor: Actor, heard: Sequence[Heard]) -> None:
    """Two statements and one for the products, however much was heard. Heard twice it counts twice:
    figures of what people want are about right, and cost nobody a page."""
    asked = _counted(heard, HeardKind.ASKED, {})
    slugs = {one.slug for one in heard if one.kind is HeardKind.CHOSEN}
    chosen = _counted(heard, HeardKind.CHOSEN, ids_at(slugs) if slugs else {})
    with connection.cursor() as cursor:
        for statement, counted in ((ASKED, asked), (CHOSEN, chosen)):
            if counted:
                told = statement.format(people=PEOPLE, marks=MARKS, fades=FADES_SECONDS)
                cursor.execute(told, [now(), *_columns(counted)])


def _counted(heard: Sequence[Heard], kind: HeardKind, products: dict[str, UUID]) -> Counted:
    """By market, language and words; or by market, words and product."""
    found: Counted = {}
    for one in heard:
        text, said = counted_text(one.text)
        if one.kind is not kind or not text:
            continue
        if kind is HeardKind.ASKED:
            key: tuple = (one.market_id, one.language, text)
        elif one.slug in products:
            key = (one.market_id, text, products[one.slug])
        else:
            continue
        _said, times, marks = found.get(key, ("", 0, set()))
        found[key] = said, times + 1, {*marks, one.mark}
    return found


def _columns(counted: Counted) -> list[list]:
    """In one order, so that nobody waits in a circle."""
    rows = [
        (*key, said, times, "{" + ",".join(map(str, sorted(marks)[:MOST_MARKS])) + "}")
        for key, (said, times, marks) in sorted(counted.items(), key=lambda row: str(row[0]))
    ]
    return list(map(list, zip(*rows, strict=True)))
