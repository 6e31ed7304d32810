"""Twelve-factor settings with safe defaults: everything can be set by the environment."""

import os
from pathlib import Path

from whitenoise.compress import Compressor

from tijara.kit import clock
from tijara.platform import places

from .database import DATABASES as DATABASES
from .demonstration import CHANNEL
from .demonstration import DEMONSTRATION as DEMONSTRATION
from .demonstration import DEMONSTRATION_PASSWORD as DEMONSTRATION_PASSWORD
from .secrets import secret_key

DATA = places.data()
DEBUG = os.environ.get("TIJARA_DEBUG") == "1"
SECRET_KEY = secret_key(DATA)
SECRET_KEY_FALLBACKS = list(filter(None, os.environ.get("TIJARA_OLD_SECRET_KEYS", "").split(",")))
"""Keys of before a change: what they sealed or signed is still read, and nothing new uses them."""
ALLOWED_HOSTS = os.environ.get("TIJARA_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
ROOT_URLCONF = "tijara.project.urls"
WSGI_APPLICATION = "tijara.project.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
TIME_ZONE = os.environ.get("TIJARA_TIME_ZONE", "Asia/Riyadh")
"""Of what people read; the database keeps UTC."""
USE_TZ = True
if clock_file := os.environ.get("TIJARA_CLOCK_FILE"):
    clock.follow(Path(clock_file))  # trials alone set it: `tijara bench crash`

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "procrastinate.contrib.django",
    "tijara.platform.ownership",
    "tijara.platform.audit",
    "tijara.platform.outbox",
    "tijara.platform.idempotency",
    "tijara.platform.webhooks",
    "tijara.platform.desks",
    "tijara.platform.pulse",
    "tijara.platform.proving",
    "tijara.domains.messaging",
    "tijara.domains.accounts",
    "tijara.domains.geography",
    "tijara.domains.markets",
    "tijara.domains.parties",
    "tijara.domains.stores",
    "tijara.domains.catalogue",
    "tijara.domains.ledger",
    "tijara.domains.inventory",
    "tijara.domains.offers",
    "tijara.domains.taxes",
    "tijara.domains.shipping",
    "tijara.domains.payments",
    "tijara.domains.cash_terms",
    "tijara.domains.commissions",
    "tijara.domains.carts",
    "tijara.domains.favourites",
    "tijara.domains.orders",
    "tijara.domains.fulfilment",
    "tijara.domains.checkout",
    "tijara.domains.search",
    "tijara.domains.deals",
    "tijara.domains.cash",
    "tijara.domains.returns",
    "tijara.domains.invoicing",
    "tijara.domains.settlements",
    "tijara.domains.clearing",
    "tijara.domains.installation",
    "tijara.domains.content",
    "tijara.domains.pricing",
    "tijara.domains.promotions",
    "tijara.domains.wallet",
    "tijara.domains.books",
    "tijara.domains.cases",
    "tijara.domains.groups",
    "tijara.domains.loyalty",
    "tijara.domains.flash_sales",
    "tijara.domains.reviews",
    "tijara.domains.privacy",
    "tijara.domains.awaiting",
    "tijara.ui",
    "tijara.faces.account",
    "tijara.faces.storefront",
    "tijara.faces.seller_hub",
    "tijara.faces.back_office",
    "tijara.faces.inbox",
    "tijara.faces.setup",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "tijara.ui.compression.CompressionMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "tijara.faces.storefront.here.MarketMiddleware",
    "tijara.ui.language.LanguageMiddleware",
    "tijara.faces.setup.gate.SetupMiddleware",
    "tijara.ui.same_origin.SameOriginMiddleware",
    "tijara.ui.pace.PaceMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "tijara.ui.flash.FlashMiddleware",
    "tijara.ui.problems.ProblemMiddleware",
    "tijara.platform.postgres.replica.ReplicaMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request"],
            "builtins": ["django.templatetags.i18n", "tijara.ui.templatetags.ui"],
        },
    }
]

WEB_THREADS = int(os.environ.get("TIJARA_WEB_THREADS", "6"))
WEB_MOST_WAITING = 400
LARGEST_BODY = 32 * 1024 * 1024
UPLOADS = (r"(?:/(?:en|fr))?/hub/stock/[0-9a-f-]{36}/files", 205 * 1024 * 1024, 2)
"""Where sellers bring files to sell: (addresses, the largest body, how many at once)."""
SHARED_PAGES = (
    r"(?:/(?!(?:ar|en|fr|ui)(?:/|-))[a-z]{2}(?:-[a-z0-9]+)*)?(?:/(?:en|fr))?"
    r"/(?:c/.*|p/[^/]+|s/[^/]+|search|about|returns|terms|privacy|offline)?"
)
"""Addresses of pages that are the same for everybody, after a market and a language: the front asks
Django for them without the visitor's cookies, and keeps those that say what they show."""
REPLICA_PAGES = r"(?:/(?:en|fr))?/(?:office|hub)/(?!health|flash-sales|.*/pdf$)"
"""What staff and sellers look at: their lists and reports are the dearest statements that there
are, and no buyer waits for them. How the database is, it must say itself; who looks at a flash
sale brings it on, and who wants a PDF has it made."""
FRONT_DESK = "tijara.faces.storefront.flash_desk.FlashDesk"
"""What the front answers itself, before Django is asked. It needs Django: loaded by its name."""
PAGE_CACHE_BYTES = int(os.environ.get("TIJARA_PAGE_CACHE_MB", "32")) * 1024 * 1024
"""How much of them a web process keeps; 0: it keeps none."""
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
LOGGING_CONFIG = "logging.config.dictConfig"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "tijara.platform.logs.JsonLines"}},
    "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["lines"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["lines"], "level": "WARNING", "propagate": False},
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "tijara": {"level": os.environ.get("TIJARA_LOG_LEVEL", "INFO")},
    },
}
"""To standard error; under `tijara up` into logs/ of the data folder."""

LANGUAGE_CODE = "ar"
LANGUAGES = [("ar", "العربية"), ("en", "English"), ("fr", "Français")]
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = places.checkout() / "build" / "static"
STATICFILES_DIRS = [places.checkout() / "build" / "assets"]
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "avif")
"""Whitenoise doesn't know AVIF and would press each of some two thousand drawings for nothing."""
WHITENOISE_ROOT = places.checkout() / "build" / "root"
"""Files whose address is fixed: the service worker."""
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = DATA / "files"

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = os.environ.get("TIJARA_TLS") == "1"
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SESSION_COOKIE_SECURE else 0
LOGIN_URL = "/account/sign-in"

ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
MFA_ADAPTER = "tijara.faces.account.adapter.SealedFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1
"""Second factors are django-allauth's; its pages are not in the addresses: ours stand there."""

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
}

EMAIL_CHANNEL = os.environ.get("TIJARA_EMAIL_CHANNEL", CHANNEL)
SMS_CHANNEL = os.environ.get("TIJARA_SMS_CHANNEL", CHANNEL)
WHATSAPP_CHANNEL = os.environ.get("TIJARA_WHATSAPP_CHANNEL", CHANNEL)
"""Providers of `tijara.message_channels`; none: such messages are written down and not sent."""

SEARCH_ENGINE = os.environ.get("TIJARA_SEARCH_ENGINE", "postgresql")
DOCUMENT_PRINTER = os.environ.get("TIJARA_DOCUMENT_PRINTER", "weasyprint")
"""Provider of `tijara.document_printers`; none: invoices are pages and no PDFs."""
CARD_GATEWAY = os.environ.get(
    "TIJARA_CARD_GATEWAY", "moyasar" if os.environ.get("TIJARA_MOYASAR_SECRET_KEY") else ""
)
"""A provider of `tijara.payment_gateways`, if its key is set; none: no cards are taken. `tijara up`
sets that of the simulator in a demonstration."""

PUBLIC_ADDRESS = os.environ.get("TIJARA_ADDRESS", f"http://localhost:{places.web_port()}")
"""Where people reach this installation: the start of every link in a message."""
LETTER_ARTWORK = "ui/shared/{name}.jpg"
"""Where a letter finds a picture of the house's artwork among the static files."""
MESSAGE_LINKS = {
    "account": "/account/",
    "own_data": "/account/data",
    "privacy": "/privacy",
    "hub": "/hub/",
    "selling": "/account/selling",
    "order": "/orders/{token}",
    "flash_sale": "/s/{slug}/sales/{sale_id}",
    "hub_product": "/hub/products/{product_id}",
    "hub_order": "/hub/orders/{order_id}",
    "order_return": "/orders/{token}/returns/{return_id}",
    "hub_return": "/hub/returns/{return_id}",
    "order_dispute": "/orders/{token}/dispute",
    "order_reviews": "/orders/{token}/reviews",
    "hub_dispute": "/hub/disputes/{order_id}",
    "hub_money": "/hub/money",
    "pay": "/pay/{token}",
    "wallet": "/wallet",
    "points": "/points",
    "saved_search": "/searches/letters/{token}",
    "product_variant": "/p/{slug}?variant={variant_id}",
    "stop_search": "/hooks/letters/searches/{token}",
    "stop_reviews": "/hooks/letters/reviews/{token}",
    "awaited_letters": "/awaited/letters/{token}",
    "stop_awaiting": "/hooks/letters/awaited/{token}",
    "webhook_off": "/office/webhooks/{id}",
    "store_webhook": "/hub/webhooks/{id}",
}
"""What messages link to. Domains don't know the faces' addresses; this table does."""

WEBHOOKS_ANYWHERE = os.environ.get("TIJARA_WEBHOOKS_ANYWHERE") == "1"
"""Webhooks also to private addresses: a receiver in one's own network. Else none is reached."""

RATE_LIMIT_FACTOR = float(os.environ.get("TIJARA_RATE_LIMIT_FACTOR", "1"))
"""Benchmarks raise it, and say so."""

WORKER_NICE = int(os.environ.get("TIJARA_WORKER_NICE", "5"))
"""By how much the worker stands back on a busy machine behind pages and database, 0 to 19."""
