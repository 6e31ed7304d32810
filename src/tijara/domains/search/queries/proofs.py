"""What must be true of the lexicon."""

from psycopg.sql import SQL

from tijara.platform.audits import Findings, compared, proof


@proof("every word of a market's lexicon counts the documents that hold it")
def lexicon_proof() -> Findings:
    return compared(
        SQL("""
            SELECT coalesce(w.word, d.word) || ' in ' || coalesce(w.market_id, d.market_id),
                   coalesce(w.uses, 0) = coalesce(d.uses, 0)
            FROM search_word w
            FULL JOIN (
                SELECT market_id, word, count(DISTINCT product_id) AS uses
                FROM search_document, unnest(string_to_array(text, ' ') || '{""}') AS word
                WHERE text_version > 0 AND word <> '|' AND length(word) <= 60
                GROUP BY 1, 2) d ON d.market_id = w.market_id AND d.word = w.word
        """)
    )
