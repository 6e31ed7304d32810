"""The database: DATABASE_URL, or the embedded PostgreSQL of this checkout.

Web and worker are `tijara_app`, which owns nothing. Migrations are the owner's: `tijara migrate`
asks with TIJARA_DATABASE_ROLE=owner. On a server of your own, DATABASE_URL names the application's
role and TIJARA_OWNER_DATABASE_URL the owner's; with one of them alone the two are the same, and
append-only tables are kept by the code only.

TIJARA_REPLICA_DATABASE_URL names a replica that follows it: `platform/postgres/replica`.
"""

import os
from urllib.parse import parse_qsl, unquote, urlparse

from tijara.platform import places
from tijara.platform.postgres.secrets import APPLICATION, OWNER, secret_of
from tijara.platform.postgres.silence import HURRIED, KEEPALIVES, SERVERS_KEEPALIVES

LIMITS = (
    " -c statement_timeout=30s -c idle_in_transaction_session_timeout=60s"
    if os.environ.get("TIJARA_PROCESS") == "web"
    else ""
)
"""A page that asks too much gives up, and no forgotten transaction holds rows for long."""

HABITS = {
    **KEEPALIVES,
    "options": SERVERS_KEEPALIVES + LIMITS,
    "application_name": f"tijara {os.environ.get('TIJARA_PROCESS', 'command')}",
    "server_side_binding": True,
    "prepare_threshold": 3,
    "keeps_prepared": os.environ.get("TIJARA_DATABASE_ROLE") != "owner",
}
"""The server knows who asks (web, worker, a command), and keeps the plan of what is asked often:
that halves its work for a product page. The application keeps them through roll-backs, too
(`platform/postgres/backend`). A pooler in between must know prepared statements.
"""


def _from_url(url: str) -> dict:
    parts = urlparse(url)
    return {
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": parts.port or "",
        "OPTIONS": HABITS | dict(parse_qsl(parts.query)),
    }


def _embedded(role: str) -> dict:
    return {
        "NAME": "tijara",
        "USER": role,
        "PASSWORD": secret_of(role, places.data() / "secrets" / "postgres"),
        "HOST": str(places.database_socket()),
        "PORT": str(places.database_port()),
        "OPTIONS": {"require_auth": "scram-sha-256", **HABITS},
    }


def _given() -> dict:
    is_owner = os.environ.get("TIJARA_DATABASE_ROLE") == "owner"
    url = os.environ.get("DATABASE_URL")
    if is_owner:
        url = os.environ.get("TIJARA_OWNER_DATABASE_URL") or url
    return _from_url(url) if url else _embedded(OWNER if is_owner else APPLICATION)


DATABASES = {
    "default": {
        "ENGINE": "tijara.platform.postgres.backend",
        "CONN_MAX_AGE": None,
        **_given(),
    }
}
if os.environ.get("TIJARA_PROCESS") == "web" and os.environ.get("TIJARA_REPLICA_DATABASE_URL"):
    given = _from_url(os.environ["TIJARA_REPLICA_DATABASE_URL"])
    DATABASES["replica"] = DATABASES["default"] | given
    DATABASES["replica"]["OPTIONS"] = given["OPTIONS"] | HURRIED
