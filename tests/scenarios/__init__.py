"""What officers do, in a real browser, against the real server and the simulated outside world."""
