"""Crews and incidents are seen by TAK clients, and TAK clients here: Cursor on Target over TCP and TLS."""
