"""What would keep a market waiting is told from what wouldn't."""

import pytest

from tijara.platform.ownership.locking import Harm, pending, risks_of

ROWS = {"orders_order": 4_000_000, "market": 12}


def harms(*statements: str) -> list[Harm]:
    return [risk.harm for risk in risks_of(statements, ROWS)]


@pytest.mark.parametrize(
    ("statement", "harm"),
    [
        ('CREATE INDEX "a" ON "orders_order" ("seller_id");', Harm.WRITES_WAIT),
        ('CREATE UNIQUE INDEX "a" ON "orders_order" ("seller_id");', Harm.WRITES_WAIT),
        ('ALTER TABLE "orders_order" ADD CONSTRAINT "a" UNIQUE ("seller_id");', Harm.WRITES_WAIT),
        ('ALTER TABLE "orders_order" ADD CONSTRAINT "a" CHECK ("x" > 0);', Harm.ALL_WAIT),
        ('ALTER TABLE orders_order ADD CONSTRAINT a FOREIGN KEY (x) REFERENCES y(x);',
         Harm.ALL_WAIT),
        ('ALTER TABLE "orders_order" ALTER COLUMN "x" SET NOT NULL;', Harm.ALL_WAIT),
        ('ALTER TABLE "orders_order" ALTER COLUMN "x" TYPE bigint USING "x"::bigint;',
         Harm.REWRITTEN),
        ('ALTER TABLE "orders_order" DROP COLUMN "x" CASCADE;', Harm.OLD_CODE),
        ('ALTER TABLE "market" RENAME COLUMN "x" TO "y";', Harm.OLD_CODE),
        ('DROP TABLE "market" CASCADE;', Harm.OLD_CODE),
        ("UPDATE orders_order SET x = 1", Harm.ROWS_CHANGE),
        ("update orders_order set x = 1", Harm.ROWS_CHANGE),
        ("-- first\nSET x = 1; DELETE FROM orders_order", Harm.ROWS_CHANGE),
        ("WITH some AS (SELECT 1) UPDATE orders_order SET x = 1", Harm.ROWS_CHANGE),
        ("INSERT INTO market SELECT id FROM orders_order WHERE x", Harm.ROWS_CHANGE),
        ("DO $$ BEGIN PERFORM 1; END $$", Harm.CODE),
        ("LOCK TABLE orders_order IN SHARE MODE", Harm.HELD),
        ("VACUUM FULL orders_order", Harm.HELD),
        ("CREATE TRIGGER a BEFORE UPDATE ON orders_order FOR EACH ROW EXECUTE FUNCTION f()",
         Harm.HELD),
        ('ALTER TABLE "orders_order" ADD CONSTRAINT a EXCLUDE USING gist (x WITH =);',
         Harm.WRITES_WAIT),
        ('ALTER TABLE "orders_order" ADD COLUMN "x" int GENERATED ALWAYS AS (y + 1) STORED;',
         Harm.REWRITTEN),
        ('ALTER TABLE "orders_order" ADD COLUMN "x" uuid DEFAULT gen_random_uuid();',
         Harm.REWRITTEN),
        ('ALTER TABLE "market" ADD COLUMN "x" integer NOT NULL;', Harm.OLD_WRITES),
    ],
)  # fmt: skip
def test_a_statement_that_harms_is_told(statement, harm):
    assert harms(statement) == [harm]


@pytest.mark.parametrize(
    "statement",
    [
        'CREATE INDEX CONCURRENTLY "a" ON "orders_order" ("seller_id");',
        'CREATE INDEX "a" ON "market" ("slug");',
        'CREATE INDEX "a" ON "made_just_now" ("slug");',
        'CREATE TABLE "made_just_now" ("id" uuid NOT NULL, CONSTRAINT "a" CHECK ("id" > 0));',
        'ALTER TABLE "orders_order" ADD COLUMN "x" integer DEFAULT 0 NOT NULL;',
        'ALTER TABLE "orders_order" ADD CONSTRAINT "a" CHECK ("x" > 0) NOT VALID;',
        'ALTER TABLE "orders_order" ALTER COLUMN "x" DROP DEFAULT;',
        'ALTER TABLE "orders_order" ADD CONSTRAINT "a" UNIQUE USING INDEX "b";',
        "CREATE FUNCTION f() RETURNS void AS $b$ UPDATE orders_order SET x = 1; $b$ LANGUAGE sql",
        "SELECT 'UPDATE orders_order SET x = 1; DELETE FROM orders_order'",
        "INSERT INTO orders_order VALUES (1)",
        "-- Create index a on field(s) seller_id of model order",
    ],
)
def test_a_statement_for_which_nobody_waits_is_not(statement):
    assert harms(statement) == []


def test_a_column_whose_default_is_taken_away_at_once_stops_code_that_still_writes():
    """As Django adds a field with a default of its own and none of the database's."""
    assert harms(
        'ALTER TABLE "market" ADD COLUMN "x" integer DEFAULT 0 NOT NULL;',
        'ALTER TABLE "market" ALTER COLUMN "x" DROP DEFAULT;',
    ) == [Harm.OLD_WRITES]


@pytest.mark.django_db
def test_nothing_is_pending_on_a_database_of_this_version():
    assert pending() == []
