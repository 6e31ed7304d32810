from django.urls import path

from tijara.ui.gallery.page import gallery
from tijara.ui.theme import theme

urlpatterns = [
    path("", gallery, name="gallery"),
    path("theme", theme, name="theme"),
]
