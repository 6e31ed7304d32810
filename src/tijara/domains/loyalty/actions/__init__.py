"""What can be done to a market's points."""

from .carry_out_grant import MoreThanThere, carry_out_grant
from .charge_shop import charge_shop
from .decide_points_grant import decide_points_grant
from .end_rate import end_rate
from .expire_points import expire_points
from .grant_points import PointsGrantInvalid, grant_points
from .look_at_tiers import look_at_tiers
from .move_points import move_points
from .offer_extra_points import ExtraInvalid, NoPointsHere, offer_extra_points
from .open_earning import open_earning
from .place_tier import place_tier
from .recount_earning import recount_earning
from .save_tiers import TiersInvalid, save_tiers
from .set_programme import ProgrammeInvalid, WorthStands, set_programme
from .settle_earnings import settle_earnings
from .tell_of_expiry import tell_of_expiry
from .turn_in_points import PointsShort, TooFewPoints, TooManyPoints, turn_in_points
from .write_rate import RateInvalid, write_rate

__all__ = [
    "ExtraInvalid",
    "MoreThanThere",
    "NoPointsHere",
    "PointsGrantInvalid",
    "PointsShort",
    "ProgrammeInvalid",
    "RateInvalid",
    "TiersInvalid",
    "TooFewPoints",
    "TooManyPoints",
    "WorthStands",
    "carry_out_grant",
    "charge_shop",
    "decide_points_grant",
    "end_rate",
    "expire_points",
    "grant_points",
    "look_at_tiers",
    "move_points",
    "offer_extra_points",
    "open_earning",
    "place_tier",
    "recount_earning",
    "save_tiers",
    "set_programme",
    "settle_earnings",
    "tell_of_expiry",
    "turn_in_points",
    "write_rate",
]
