"""What tests of services share."""

import pytest

from tests.services.operations_bench import PatientClock


@pytest.fixture
def patient_clock() -> PatientClock:
    return PatientClock()
