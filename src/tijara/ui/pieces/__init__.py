"""The small pieces that pages are made of, as plain functions: strings out, quick, escaped."""
