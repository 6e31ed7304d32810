"""`…inside shops`: open a market and its shops, with nothing on their shelves."""

from .world import opened_market, opened_sellers


def run() -> None:
    opened_sellers(opened_market())
