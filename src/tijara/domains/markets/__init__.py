"""Markets: who sells to whom, where, in which currency, by which policies."""
