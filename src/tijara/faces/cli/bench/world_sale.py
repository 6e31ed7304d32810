"""What the statements of a bench's world have in common: functions of the session, tables to fill.

Whatever is drawn follows from a number and a salt alone (`chance`, `id_at`), so the same seed sells
the same, whoever draws it and in whatever order, and nothing that was drawn has to be kept.
"""

from dataclasses import dataclass

from psycopg import sql

from tijara.kit.ids import CROCKFORD

DELIVERY = 1900
FEE = 1200
"""Of cash on delivery."""
CASH, CARD, TRANSFER = "cash_on_delivery", "card", "bank_transfer"

TABLES = (
    "orders_order", "orders_line", "orders_move", "inventory_movement", "fulfilment_shipment",
    "fulfilment_line", "cash_parcel", "cash_move", "cash_remittance", "cash_remittance_line",
    "ledger_journal", "ledger_posting", "payments_charge", "payments_attempt", "payments_notice",
    "payments_refund", "returns_owed", "returns_owed_line", "invoicing_invoice",
    "settlements_payout", "outbox_event", "outbox_reaction", "audit_entry", "messaging_message",
)  # fmt: skip
"""What is filled by the million: without its indexes and keys, which are made at the end."""

FUNCTIONS = """
    CREATE FUNCTION pg_temp.chance(n bigint, salt bigint) RETURNS float8 LANGUAGE sql IMMUTABLE AS
        'SELECT (hashint8extended(n, salt) & 9007199254740991)::float8 / 9007199254740992';
    CREATE FUNCTION pg_temp.id_at(at timestamptz, n bigint, salt bigint) RETURNS uuid
        LANGUAGE sql STABLE AS
        'SELECT (lpad(to_hex((date_part(''epoch'', at) * 1000)::bigint), 12, ''0'')
            || ''7'' || lpad(to_hex(salt & 4095), 3, ''0'') || ''a''
            || lpad(to_hex(hashint8extended(n, salt) & 1152921504606846975), 15, ''0''))::uuid';
    CREATE FUNCTION pg_temp.mixed(n bigint, salt bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS
        'SELECT ((n * 34359738421 + salt * 1048583) & 1125899906842623)
            # (((n * 34359738421 + salt * 1048583) & 1125899906842623) >> 25)';
    CREATE FUNCTION pg_temp.letters(v bigint) RETURNS text LANGUAGE sql IMMUTABLE AS
        $$SELECT {letters}$$;
    CREATE FUNCTION pg_temp.tax_in(gross bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS
        'SELECT gross * 15 / 115'
"""
"""`chance` is in [0, 1); `id_at` the UUIDv7 of a moment; `letters(mixed(n))` a number that a person
can read, another one for each n (`mixed` turns 50 bits into 50 bits, each way once)."""

LETTERS = sql.SQL(" || '-' || ").join(
    sql.SQL(" || ").join(
        sql.SQL("substr({}, (v >> {} & 31)::int + 1, 1)").format(CROCKFORD, place * 5)
        for place in half
    )
    for half in (range(5), range(5, 10))
)


@dataclass(frozen=True, slots=True)
class Fill:
    """What is laid into a table, column by column: a query, and what is to be done where a row
    stands already. Only a bench's world writes tables that are not its own."""

    table: str
    columns: str
    query: str


def whole(text: str | Fill, **values: object) -> sql.Composed:
    """The statement with its literals in place: what tables are made by takes no parameters."""
    told = {
        name: value if isinstance(value, sql.Composable) else sql.Literal(value)
        for name, value in values.items()
    }
    if isinstance(text, str):
        return sql.SQL(text).format(**told)
    into = sql.SQL("INSERT INTO {} ({}) ").format(sql.Identifier(text.table), sql.SQL(text.columns))
    return into + sql.SQL(text.query).format(**told)
