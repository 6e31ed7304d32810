"""How much memory the whole family takes after a hundred page views."""

import argparse

from .market import running
from .pace import products_for
from .results import Result, at_most

VIEWS = 100
REACH_MB = 450.0
ALSO = ("/", "/cart", "/search?q=قهوة", "/en/")
SLUGS = "SELECT slug FROM search_document ORDER BY popularity DESC, product_id LIMIT 60"
PATHS = "SELECT DISTINCT category_path FROM search_document LIMIT 30"


def run(options: argparse.Namespace) -> list[Result]:
    with running(products_for(options)) as market:
        paths = [f"/p/{row[0]}" for row in market.rows(SLUGS)]
        paths += [f"/c/{row[0]}" for row in market.rows(PATHS)]
        paths += ALSO
        visitor = market.visitor()
        at_start = market.megabytes()
        answers = [visitor.get(paths[number % len(paths)]).status for number in range(VIEWS)]
        taken = market.megabytes()
    beside = {
        "kind": "PSS of supervisor, database, web and worker",
        "at start MB": at_start,
        "views": VIEWS,
        "answers of 200": answers.count(200),
    }
    return [at_most("memory MB", [taken], "MB", REACH_MB, beside)]
