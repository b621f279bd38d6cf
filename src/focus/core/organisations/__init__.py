"""Who is who: organisations, units, wards, people, posts, grants, and which modules are switched on."""
