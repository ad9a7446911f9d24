"""Some cases of a large set, as `sample(_:of:)` in TestSupport takes them."""

import os

IS_EXHAUSTIVE = "PLUMBLINE_EXHAUSTIVE" in os.environ


def sample(count, cases):
    """As many cases as `Tests/run` has time for, spread evenly; all of them in `Tests/Exhaustive/run`."""
    cases = list(cases)
    if IS_EXHAUSTIVE or count >= len(cases):
        return cases
    return [cases[number * len(cases) // count] for number in range(count)]


def one_in(count, cases, number):
    """One in `count` of the cases, others for each number, for a table that would be too large: each row meets some of
    the columns, and all rows together meet each column often. All of the cases in `Tests/Exhaustive/run`.
    """
    cases = list(cases)
    return cases if IS_EXHAUSTIVE else cases[number % count :: count]
