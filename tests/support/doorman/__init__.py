"""A module that stands where identity and organisations stand, for tests of the gate and the server alone."""
