from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class WebhooksConfig(AppConfig):
    name = "tijara.platform.webhooks"
    label = "webhooks"

    def ready(self) -> None:
        """The domains say beside their facts what may leave the house."""
        autodiscover_modules("events")
