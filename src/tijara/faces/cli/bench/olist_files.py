"""The files of the olist replay, also for those who stand outside Django."""

ORDERS, ITEMS, PAYMENTS = "orders.csv.gz", "order_items.csv.gz", "order_payments.csv.gz"
FILES = (ORDERS, ITEMS, PAYMENTS)
