"""Where vendors' programs tell us things: no pages, no sessions, no languages."""
