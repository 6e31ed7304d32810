import importlib
import os

os.environ["DJANGO_SETTINGS_MODULE"] = "tijara.project.settings"
importlib.import_module("django").setup()
importlib.import_module("tests.market.served").serve()
