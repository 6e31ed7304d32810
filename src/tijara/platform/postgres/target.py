"""Which server is meant: the embedded one, or the one that DATABASE_URL names."""

import os
from urllib.parse import unquote, urlparse

from .secrets import APPLICATION


def is_embedded() -> bool:
    return not os.environ.get("DATABASE_URL")


def application_role() -> str:
    """The role that web and worker connect as, to which `tijara migrate` grants."""
    if is_embedded():
        return APPLICATION
    return unquote(urlparse(os.environ["DATABASE_URL"]).username or "")
