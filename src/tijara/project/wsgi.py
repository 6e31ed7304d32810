import os

import django

from tijara.platform.front.handler import KnowingHandler

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tijara.project.settings")
django.setup(set_prefix=False)
application = KnowingHandler()
