from django.apps import AppConfig


class InventoryConfig(AppConfig):
    name = "tijara.domains.inventory"
    label = "inventory"
