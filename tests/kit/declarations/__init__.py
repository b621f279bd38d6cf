"""Case types that the tests of the kit use; the app's tests use their manifests."""
