"""What django-allauth asks of us: names of people, and how their secrets lie in the database."""

from allauth.mfa.adapter import DefaultMFAAdapter

from tijara.domains.markets.queries import site_market, site_name
from tijara.platform.secrets import open_sealed, seal

ABOUT = "accounts.second_factor"


class SealedFactors(DefaultMFAAdapter):
    """Keys of authenticator apps and seeds of recovery codes are sealed at rest."""

    def encrypt(self, text: str) -> str:
        return seal(text, about=ABOUT)

    def decrypt(self, encrypted_text: str) -> str:
        return open_sealed(encrypted_text, about=ABOUT)

    def get_totp_issuer(self) -> str:
        return site_name(site_market(None))

    def _get_site_name(self) -> str:
        return site_name(site_market(None))

    def _get_user_identifier(self, user) -> str:
        return user.email or user.phone

    def get_public_key_credential_user_entity(self, user) -> dict:
        named = super().get_public_key_credential_user_entity(user)
        return named | {"display_name": user.name or self._get_user_identifier(user)}
