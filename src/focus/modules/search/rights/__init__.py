"""Field rights: what of a source's records may be seen for a purpose and by a function."""
