"""The base map of the synthetic region, as an organisation would supply one: vector tiles in one PMTiles file."""
