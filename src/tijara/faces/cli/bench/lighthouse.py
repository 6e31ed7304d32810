"""What Lighthouse says of the shop on a telephone with a slow network (its own profile): four
scores and the time until the largest thing is there, of the pages that lead to a sale."""

import argparse
import json
import os
import subprocess
from dataclasses import dataclass

from tijara.faces.cli.browsers import WITH_WINDOWS, found_browser
from tijara.platform import places

from .buying import Wanted, put_in_cart
from .market import Market, MarketFailed, running
from .results import Result, at_least, at_most

ROUNDS = 3
REACH, REACH_LCP_S = 95, 2.5
PATIENCE = 180
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LCP = "largest-contentful-paint"
NOT_ASKED = {"checkout": "is-crawlable"}
"""Nobody's checkout shall be found by a search engine, and Lighthouse counts that as a fault."""
BROKE_OFF = "NO_NAVSTART"
"""The browser's trace has not caught where the page's opening began: nothing was measured, and it
is asked once more. The result says so."""
AGAIN = "opened once more after " + BROKE_OFF
CHROME = "--headless=new --no-sandbox --disable-gpu"
SHOWN = """
    SELECT d.slug, d.category_path, d.seller_id, d.offer_id, d.price_minor FROM search_document d
    JOIN offer o ON o.seller_id = d.seller_id AND o.id = d.offer_id
    JOIN inventory_stock s ON s.seller_id = o.seller_id AND s.id = o.stock_id
    JOIN market m ON m.id = d.market_id
    WHERE d.in_stock AND d.picture <> '' AND s.kind = 'shelf' AND m.slug = 'sa'
    ORDER BY d.popularity DESC, d.product_id LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Page:
    name: str
    path: str
    cookies: str = ""


def run(options: argparse.Namespace) -> list[Result]:
    program, browser = _program(), _browser()
    with running() as market:
        found = []
        for page in _pages(market):
            told = [
                _report(program, browser, market, page) for _ in range(options.rounds or ROUNDS)
            ]
            found += _results(page, told)
    return found


def _pages(market: Market) -> list[Page]:
    ((slug, category, *offer),) = market.rows(SHOWN)
    visitor = market.visitor()
    put_in_cart(visitor, Wanted(*offer))
    cookies = "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())
    return [
        Page("home", "/"),
        Page("category", f"/c/{category.partition('/')[0]}"),
        Page("product", f"/p/{slug}"),
        Page("checkout", "/checkout", cookies),
    ]


def _results(page: Page, told: list[dict]) -> list[Result]:
    """The lowest of the four scores, with each beside it; of several rounds the median."""
    scores = [
        {name: 100 * (one["categories"][name]["score"] or 0) for name in CATEGORIES} for one in told
    ]
    lowest = [min(one.values()) for one in scores]
    middle = scores[lowest.index(sorted(lowest)[len(lowest) // 2])]
    seconds = [one["audits"][LCP]["numericValue"] / 1000 for one in told]
    beside: dict = {name: round(score) for name, score in middle.items()}
    beside |= {"not asked": NOT_ASKED[page.name]} if page.name in NOT_ASKED else {}
    again = sum(AGAIN in one for one in told)
    beside |= {AGAIN: again} if again else {}
    return [
        at_least(f"lighthouse {page.name} score", lowest, "of 100", REACH, beside),
        at_most(f"lighthouse {page.name} LCP s", seconds, "s", REACH_LCP_S),
    ]


def _report(program: str, browser: str, market: Market, page: Page) -> dict:
    command = [program, f"http://127.0.0.1:{market.port}{page.path}", "--quiet", "--output=json"]
    command += [f"--chrome-flags={CHROME}", f"--only-categories={','.join(CATEGORIES)}"]
    if page.cookies:
        command.append(f"--extra-headers={json.dumps({'Cookie': page.cookies})}")
    if page.name in NOT_ASKED:
        command.append(f"--skip-audits={NOT_ASKED[page.name]}")
    done, again = _asked(command, browser), {}
    if done.returncode and BROKE_OFF in done.stderr:
        done, again = _asked(command, browser), {AGAIN: True}
    if done.returncode:
        raise MarketFailed(f"lighthouse of {page.path}: {done.stderr[-1500:]}")
    return json.loads(done.stdout) | again


def _asked(command: list[str], browser: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        env=os.environ | {"CHROME_PATH": browser},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def _program() -> str:
    program = places.checkout() / "node_modules" / ".bin" / "lighthouse"
    if not program.exists():
        raise MarketFailed("lighthouse is not installed: make .venv/done/npm-test")
    return str(program)


def _browser() -> str:
    if place := found_browser(WITH_WINDOWS):
        return place
    raise MarketFailed("there is no Chromium: make browser")
