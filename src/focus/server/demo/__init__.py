"""A synthetic police world to try FOCUS with: zones, people, wards, tasks. Nobody in it exists."""

from focus.server.demo.cast import PEOPLE, POSTS, demo_id
from focus.server.demo.places import ORGANISATIONS
from focus.server.demo.seed import seed_demo

__all__ = ["ORGANISATIONS", "PEOPLE", "POSTS", "demo_id", "seed_demo"]
