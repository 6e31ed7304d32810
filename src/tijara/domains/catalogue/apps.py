from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "tijara.domains.catalogue"
    label = "catalogue"
