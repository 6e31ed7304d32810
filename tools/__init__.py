"""Tools of the house: contracts, architecture checks, scaffolds, the map. Nothing of them ships."""
