"""Django machinery that knows nothing of commerce."""
