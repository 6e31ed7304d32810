from .account import PointsAccount
from .book import POINTS
from .earning import Earning
from .extra import ExtraRow
from .grant import PointsGrant
from .lot import PointsLot
from .move import PointsMoveRow
from .programme import ProgrammeRow
from .rate import RateRow
from .tier import TierRow
from .tier_step import TierStep

__all__ = [
    "POINTS",
    "Earning",
    "ExtraRow",
    "PointsAccount",
    "PointsGrant",
    "PointsLot",
    "PointsMoveRow",
    "ProgrammeRow",
    "RateRow",
    "TierRow",
    "TierStep",
]
