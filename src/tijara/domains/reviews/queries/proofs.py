"""What must be true of totals and votes."""

from psycopg.sql import SQL

from tijara.platform.audits import Findings, compared, proof


@proof("the stars of every product and of every seller are those of the reviews that are shown")
def ratings_proof() -> Findings:
    return compared(
        SQL("""
            WITH shown AS (
                SELECT seller_id, product_id, market_id,
                       count(*) FILTER (WHERE stars = 1) AS ones,
                       count(*) FILTER (WHERE stars = 2) AS twos,
                       count(*) FILTER (WHERE stars = 3) AS threes,
                       count(*) FILTER (WHERE stars = 4) AS fours,
                       count(*) FILTER (WHERE stars = 5) AS fives
                FROM reviews_review WHERE state = 'shown' GROUP BY 1, 2, 3),
            of_products AS (
                SELECT product_id, market_id, sum(ones) AS ones, sum(twos) AS twos,
                       sum(threes) AS threes, sum(fours) AS fours, sum(fives) AS fives
                FROM shown GROUP BY 1, 2),
            of_sellers AS (
                SELECT seller_id, sum(ones) AS ones, sum(twos) AS twos,
                       sum(threes) AS threes, sum(fours) AS fours, sum(fives) AS fives
                FROM shown GROUP BY 1)
            SELECT 'product ' || coalesce(k.product_id, s.product_id),
                   (coalesce(k.ones, 0), coalesce(k.twos, 0), coalesce(k.threes, 0),
                    coalesce(k.fours, 0), coalesce(k.fives, 0))
                   = (coalesce(s.ones, 0), coalesce(s.twos, 0), coalesce(s.threes, 0),
                      coalesce(s.fours, 0), coalesce(s.fives, 0))
            FROM reviews_product_rating k
            FULL JOIN of_products s
                ON s.product_id = k.product_id AND s.market_id = k.market_id
            UNION ALL
            SELECT 'seller ' || coalesce(k.seller_id, s.seller_id),
                   (coalesce(k.ones, 0), coalesce(k.twos, 0), coalesce(k.threes, 0),
                    coalesce(k.fours, 0), coalesce(k.fives, 0))
                   = (coalesce(s.ones, 0), coalesce(s.twos, 0), coalesce(s.threes, 0),
                      coalesce(s.fours, 0), coalesce(s.fives, 0))
            FROM reviews_seller_rating k FULL JOIN of_sellers s ON s.seller_id = k.seller_id
        """)
    )


@proof("every review counts those who found it helpful, each once")
def votes_proof() -> Findings:
    return compared(
        SQL("""
            WITH votes AS (
                SELECT seller_id, review_id, count(*) AS many FROM reviews_vote GROUP BY 1, 2)
            SELECT 'review ' || r.id, r.helpful = coalesce(v.many, 0)
            FROM reviews_review r
            LEFT JOIN votes v ON v.seller_id = r.seller_id AND v.review_id = r.id
        """)
    )
