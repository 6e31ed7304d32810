"""The whole sale under kill -9: who trades, who dies, and what must be true afterwards."""
