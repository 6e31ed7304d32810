"""Geography: regions and cities of the countries that Tijara trades in."""
