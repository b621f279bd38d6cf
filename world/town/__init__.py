"""The synthetic region PZ Lindevallei: municipalities, streets on a map, houses, wards."""
