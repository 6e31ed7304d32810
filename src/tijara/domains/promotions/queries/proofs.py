"""What must be true of promotions, their claims and their uses."""

from psycopg.sql import SQL

from tijara.platform.audits import Findings, compared, proof

CLAIMS = SQL("""
    SELECT 'promotion ' || p.id,
           p.uses = coalesce(c.uses, 0) AND p.spent_minor = coalesce(c.spent, 0)
       AND (p.most_each IS NULL OR coalesce(c.most, 0) <= p.most_each)
    FROM promotions_promotion p
    LEFT JOIN (
        SELECT owner_id, promotion_id, sum(uses) AS uses, sum(spent) AS spent, max(uses) AS most
        FROM (SELECT owner_id, promotion_id, person, count(*) AS uses, sum(minor) AS spent
              FROM promotions_claim WHERE state <> 'released' GROUP BY 1, 2, 3) each
        GROUP BY 1, 2) c ON c.owner_id = p.owner_id AND c.promotion_id = p.id
""")
USES = SQL("""
    SELECT 'order ' || u.order_id, count(p.id) = count(*)
    FROM promotions_use u
    LEFT JOIN promotions_promotion p ON p.owner_id = u.owner_id AND p.id = u.promotion_id
    GROUP BY u.seller_id, u.order_id
""")


@proof("a limited promotion has counted what is held and spent of it, and nobody had it too often")
def claims_proof() -> Findings:
    return compared(CLAIMS)


@proof("every use of a promotion is one of a promotion that there is")
def uses_proof() -> Findings:
    return compared(USES)
