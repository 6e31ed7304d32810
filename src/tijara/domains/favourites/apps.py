from django.apps import AppConfig


class FavouritesConfig(AppConfig):
    name = "tijara.domains.favourites"
    label = "favourites"
