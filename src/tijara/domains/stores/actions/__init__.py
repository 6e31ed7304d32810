from .apply_to_sell import ApplicationInvalid, ApplicationWaits, apply_to_sell
from .approve_application import ApplicationDecided, approve_application
from .change_store import change_store
from .dress_store import dress_store
from .end_pause import end_pause
from .forget_applicant import forget_applicant
from .hang_signs import hang_signs
from .open_store import SlugTaken, StoreHasNoSeller, StoreInvalid, open_store
from .pause_store import PauseInvalid, pause_store
from .reject_application import ReasonMissing, reject_application
from .tell_applicant import tell_applicant
from .turn_pauses import turn_pauses

__all__ = [
    "forget_applicant",
    "ApplicationDecided",
    "ApplicationInvalid",
    "ApplicationWaits",
    "PauseInvalid",
    "ReasonMissing",
    "SlugTaken",
    "StoreHasNoSeller",
    "StoreInvalid",
    "apply_to_sell",
    "approve_application",
    "change_store",
    "dress_store",
    "hang_signs",
    "end_pause",
    "open_store",
    "pause_store",
    "reject_application",
    "tell_applicant",
    "turn_pauses",
]
