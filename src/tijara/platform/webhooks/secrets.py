"""An endpoint's secrets: sealed at rest, opened to sign."""

from uuid import UUID

from tijara.platform.secrets import open_sealed, seal


def sealed(secret: str, endpoint_id: UUID) -> str:
    return seal(secret, about=about_endpoint(endpoint_id))


def opened(sealed_secret: str, endpoint_id: UUID) -> str:
    return open_sealed(sealed_secret, about=about_endpoint(endpoint_id))


def about_endpoint(endpoint_id: UUID) -> str:
    return f"webhooks.secret:{endpoint_id}"
