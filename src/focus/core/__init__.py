"""What every module stands on. Knows no police work and imports no module."""
