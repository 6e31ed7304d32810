from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class AuditConfig(AppConfig):
    name = "tijara.platform.audit"
    label = "audit"

    def ready(self) -> None:
        """The domains state their proofs beside their queries."""
        autodiscover_modules("queries")
