"""The world and server of the lookups' tests."""

from tests.search.lookups.conftest import desk, whole_desk

__all__ = ["desk", "whole_desk"]
