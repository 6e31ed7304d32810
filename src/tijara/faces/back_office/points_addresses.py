"""The addresses of points and of customer groups."""

from django.urls import path

from tijara.faces.back_office.pages.market_groups import (
    group_end,
    group_member_removal,
    group_members,
    market_group,
    market_groups,
)
from tijara.faces.back_office.pages.market_points import (
    market_points,
    points_rate,
    points_rate_end,
    points_tiers,
)
from tijara.faces.back_office.pages.points import points, points_decision
from tijara.faces.back_office.pages.points_account import points_account

MARKET = "markets/<slug:slug>"
GROUP = f"{MARKET}/groups/<uuid:group_id>"

POINTS = [
    path("points", points, name="points"),
    path("points/<slug:slug>/<uuid:buyer_id>", points_account, name="points_account"),
    path(
        "points/<slug:slug>/<uuid:buyer_id>/grants/<uuid:grant_id>",
        points_decision,
        name="points_decision",
    ),
    path(f"{MARKET}/points", market_points, name="market_points"),
    path(f"{MARKET}/points/rates", points_rate, name="points_rate"),
    path(f"{MARKET}/points/rates/<uuid:rate_id>/end", points_rate_end, name="points_rate_end"),
    path(f"{MARKET}/points/tiers", points_tiers, name="points_tiers"),
    path(f"{MARKET}/groups", market_groups, name="market_groups"),
    path(GROUP, market_group, name="market_group"),
    path(f"{GROUP}/members", group_members, name="group_members"),
    path(
        f"{GROUP}/members/<uuid:buyer_id>/removal",
        group_member_removal,
        name="group_member_removal",
    ),
    path(f"{GROUP}/end", group_end, name="group_end"),
]
