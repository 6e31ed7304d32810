"""The addresses of a market's terms of cash on delivery."""

from django.urls import path

from tijara.faces.back_office.pages.market_cash import (
    market_cash,
    market_cash_band,
    market_cash_band_removal,
    market_cash_deposit,
    market_cash_deposit_removal,
)

MARKET_CASH = [
    path("markets/<slug:slug>/cash", market_cash, name="market_cash"),
    path("markets/<slug:slug>/cash/bands", market_cash_band, name="market_cash_band"),
    path("markets/<slug:slug>/cash/deposits", market_cash_deposit, name="market_cash_deposit"),
    path(
        "markets/<slug:slug>/cash/deposits/removal",
        market_cash_deposit_removal,
        name="market_cash_deposit_removal",
    ),
    path(
        "markets/<slug:slug>/cash/bands/removal",
        market_cash_band_removal,
        name="market_cash_band_removal",
    ),
]
