"""An endpoint's secrets: sealed at rest, opened to sign."""

from uuid import UUID

from tijara.platform.secrets import open_sealed, seal


def sealed(secret: str, endpoint_id: UUID) -> str:
    return seal(secret, about=_about(endpoint_id))


def opened(sealed_secret: str, endpoint_id: UUID) -> str:
    return open_sealed(sealed_secret, about=_about(endpoint_id))


def _about(endpoint_id: UUID) -> str:
    return f"webhooks.secret:{endpoint_id}"
