"""Plugins of all tests. What the tests of Accord share stands in tests/conftest.py."""

pytest_plugins = ["tests.skips"]
