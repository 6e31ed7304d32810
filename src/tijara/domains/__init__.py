"""The trade: one Django app a domain, on seven storeys; each depends only on those below."""
