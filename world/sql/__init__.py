"""Eight sources that are asked in SQL: local systems of the zone and its municipalities."""
