"""The base map of the synthetic region, as an organisation would supply it: one PMTiles file."""
