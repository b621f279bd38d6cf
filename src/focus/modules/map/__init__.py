"""The map: base maps that work without network, layers over them, and both for the desk's own GIS."""
