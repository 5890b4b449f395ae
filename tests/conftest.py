"""Options of the test suite."""

import pytest
from hypothesis import HealthCheck, settings

# Machines that test are shared: how long an example takes says nothing about the code.
settings.register_profile(
    "house", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the golden files anew")
