"""Who runs this market: shown on every page, as the law asks. The demonstration invents one."""

import os

OPERATOR = {
    "name_ar": os.environ.get("TIJARA_OPERATOR_AR", "تجارة"),
    "name_en": os.environ.get("TIJARA_OPERATOR_EN", "Tijara"),
    "commercial_register": os.environ.get("TIJARA_COMMERCIAL_REGISTER", "1010000000"),
    "vat_number": os.environ.get("TIJARA_VAT_NUMBER", "300000000000003"),
    "phone": os.environ.get("TIJARA_OPERATOR_PHONE", ""),
    "email": os.environ.get("TIJARA_OPERATOR_EMAIL", ""),
}
