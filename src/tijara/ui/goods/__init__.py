"""Forms in which goods are written, read and drawn for every desk: details, options, variants."""
