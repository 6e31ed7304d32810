"""The database: DATABASE_URL, or the embedded PostgreSQL of this checkout."""

import os
from urllib.parse import unquote, urlparse

from tijara.platform import places


def _from_url(url: str) -> dict:
    parts = urlparse(url)
    return {
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": parts.port or "",
    }


def _embedded() -> dict:
    """Over the Unix socket, as the role without ownership; migrations set TIJARA_DATABASE_USER."""
    return {
        "NAME": "tijara",
        "USER": os.environ.get("TIJARA_DATABASE_USER", "tijara_app"),
        "HOST": str(places.database_socket()),
        "PORT": str(places.database_port()),
    }


_url = os.environ.get("DATABASE_URL")
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        **(_from_url(_url) if _url else _embedded()),
    }
}
