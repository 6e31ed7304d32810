from .add_endpoint import EndpointInvalid, EndpointKnown, TooManyEndpoints, add_endpoint
from .change_endpoint import NoSuchEndpoint, change_endpoint
from .remove_endpoint import remove_endpoint
from .replay_delivery import NotReplayable, replay_delivery
from .reseal_secrets import reseal_secrets
from .rotate_secret import rotate_secret
from .switch_endpoint import switch_endpoint
from .try_endpoint import EndpointOff, try_endpoint

__all__ = [
    "EndpointInvalid",
    "EndpointKnown",
    "EndpointOff",
    "NoSuchEndpoint",
    "NotReplayable",
    "TooManyEndpoints",
    "add_endpoint",
    "change_endpoint",
    "remove_endpoint",
    "replay_delivery",
    "reseal_secrets",
    "rotate_secret",
    "switch_endpoint",
    "try_endpoint",
]
