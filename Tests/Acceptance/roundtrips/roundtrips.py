"""See `run`."""

import argparse
import random
import sys

import people
from answers import try_answers
from desk import Tally, plumbline
from records import try_records


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, default=200)
    options.add_argument("--seed", type=int, default=random.SystemRandom().getrandbits(32))
    options = options.parse_args()
    tally, source = Tally(), random.Random(options.seed)
    before = plumbline("practice", "show")["phone"]
    people.try_link.page = plumbline("invite", "link", plumbline("client", "add", "Linked", "--yes")["id"])["url"]
    try:
        people.try_names(source, options.count, tally)
        people.try_phones(source, options.count, tally)
        try_answers(source, options.count, tally)
        try_records(source, options.count, tally)
    finally:
        plumbline("practice", "set", "phone", before or "")
    print(f"seed {options.seed}:", ", ".join(f"{count} {kind}" for kind, count in tally.well.items()))
    print(f"{sum(tally.well.values())} as they were, {tally.faults} not")
    sys.exit(tally.faults > 0)


main()
