from .apply_to_sell import ApplicationInvalid, ApplicationWaits, apply_to_sell
from .approve_application import ApplicationDecided, approve_application
from .change_store import change_store
from .dress_store import dress_store
from .hang_signs import hang_signs
from .open_store import SlugTaken, StoreHasNoSeller, StoreInvalid, open_store
from .reject_application import ReasonMissing, reject_application
from .tell_applicant import tell_applicant

__all__ = [
    "ApplicationDecided",
    "ApplicationInvalid",
    "ApplicationWaits",
    "ReasonMissing",
    "SlugTaken",
    "StoreHasNoSeller",
    "StoreInvalid",
    "apply_to_sell",
    "approve_application",
    "change_store",
    "dress_store",
    "hang_signs",
    "open_store",
    "reject_application",
    "tell_applicant",
]
