from .drop_market_zone import drop_market_zone
from .drop_own_country import drop_own_country
from .drop_own_zone import drop_own_zone
from .reset_own_service import LastWay, reset_own_service
from .set_market_service import ServiceInvalid, set_market_service
from .set_market_zone import ZoneInvalid, set_market_zone
from .set_own_country import OwnCountryInvalid, set_own_country
from .set_own_service import NoWayLeft, OwnServiceInvalid, ServiceNotAllowed, set_own_service
from .set_own_zone import OwnZoneInvalid, set_own_zone

__all__ = [
    "LastWay",
    "NoWayLeft",
    "OwnCountryInvalid",
    "OwnServiceInvalid",
    "OwnZoneInvalid",
    "ServiceInvalid",
    "ServiceNotAllowed",
    "ZoneInvalid",
    "drop_market_zone",
    "drop_own_country",
    "drop_own_zone",
    "reset_own_service",
    "set_market_service",
    "set_market_zone",
    "set_own_country",
    "set_own_service",
    "set_own_zone",
]
