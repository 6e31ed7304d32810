from django.apps import AppConfig

from . import checks as checks


class OwnershipConfig(AppConfig):
    name = "tijara.platform.ownership"
    label = "ownership"
