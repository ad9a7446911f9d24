"""Rates of submissions: over HTTP to plumblined by wrk, and by pgbench, which calls the same function of the database
with the same data, bound to a prepared statement, over the same Unix socket, in alternating rounds.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def measure(description, prepare, unstored, posted):
    """What both benches do: reads the options, measures in alternating rounds, and prints the figures.

    `prepare(chosen, files)` returns a bench, for which `files` is a folder; `unstored(bench)` says how many posts are
    not stored; `posted` names what is posted.
    """
    chosen = arguments(description)
    with tempfile.TemporaryDirectory(prefix="plumbline-bench.") as files:
        bench = prepare(chosen, pathlib.Path(files))
        try:
            table, missing = bench.compare(chosen), unstored(bench)
        finally:
            bench.instance.stop()
    print(f"{posted}; {chosen.rounds} rounds of {chosen.seconds} s; medians (lowest-highest).\n")
    print(table)
    in_flight = (sum(chosen.levels) + 1) * chosen.rounds + 1
    print(f"\nPosted and not stored: {missing}, of at most {in_flight} in flight when a round ended.")


def arguments(description):
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=3)
    parser.add_argument("--callers", default="1,8,32,128")
    chosen = parser.parse_args()
    chosen.levels = [int(level) for level in chosen.callers.split(",")]
    return chosen


def cpu_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Bench:
    """An instance, and what wrk and pgbench submit to it: wrk a form to one address after another, pgbench a call with
    values that the first form which arrived was stored with.

    `files` is a folder for what they read. One form is posted at once, so that pgbench can store the same.
    """

    def __init__(self, instance, files, form, addresses, call):
        self.instance, self.script = instance, files / "pgbench.sql"
        self.settings = {"FORM": str(files / "form"), "ADDRESSES": str(files / "addresses")}
        (files / "form").write_text(form)
        (files / "addresses").write_text("\n".join(addresses))
        self.script.write_text(f"select {call};\n")
        # The values that pgbench submits.
        self.values = {}
        # The next number that wrk submits.
        self.next = 1
        self.over_http(1, 1)

    def over_http(self, callers, seconds):
        """Submissions per second, p50 and p99 in ms, and the daemon's CPU time per submission in microseconds."""
        daemon = int(self.instance.values["DAEMON_PID"])
        before = cpu_seconds(daemon)
        environment = self.instance.environment | self.settings
        environment |= {"HOST": self.instance.host, "FIRST": str(self.next)}
        command = [
            "wrk",
            "-t1",
            f"-c{callers}",
            f"-d{seconds}s",
            "--latency",
            "-s",
            HERE / "posts.lua",
            self.instance.url,
        ]
        output = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout
        result = next(line for line in output.splitlines() if line.startswith("RESULT"))
        stored, refused, duration, p50, p99, self.next = map(int, result.split()[1:])
        assert stored > 0 and refused == 0, f"{refused} of {stored + refused} submissions were refused"
        return stored / duration * 1e6, p50 / 1e3, p99 / 1e3, (cpu_seconds(daemon) - before) / stored * 1e6

    def by_pgbench(self, callers, seconds):
        """Submissions per second. A caller may wait longer for a lock than the daemon, which has those of one practice
        take turns itself.
        """
        values = [word for name, value in self.values.items() for word in ("-D", f"{name}={value}")]
        options = ["-n", "-M", "prepared", f"-c{callers}", f"-j{min(2, callers)}", f"-T{seconds}"]
        output = subprocess.run(
            ["pgbench", *options, *values, "-f", self.script, "service=door"],
            env=self.instance.environment | {"PGOPTIONS": "-c lock_timeout=5s"},
            check=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ).stdout
        assert "number of failed transactions: 0 " in output, output
        return float(next(line for line in output.splitlines() if line.startswith("tps")).split()[2])

    def compare(self, chosen):
        """Measures in alternating rounds; returns the table of medians."""
        http, pgbench = {n: [] for n in chosen.levels}, {n: [] for n in chosen.levels}
        for turn in range(chosen.rounds):
            for callers in chosen.levels:
                if turn % 2 == 0:
                    http[callers].append(self.over_http(callers, chosen.seconds))
                pgbench[callers].append(self.by_pgbench(callers, chosen.seconds))
                if turn % 2 == 1:
                    http[callers].append(self.over_http(callers, chosen.seconds))
        return table(http, pgbench)


def table(http, pgbench):
    head = f"{'callers':>7} {'HTTP/s':>20} {'pgbench/s':>20} {'ratio':>6} {'p50 ms':>7} {'p99 ms':>7} {'daemon us':>9}"
    lines = [head]
    for callers, measured in http.items():
        rates, p50, p99, cpu = zip(*measured)
        ratio = statistics.median(rates) / statistics.median(pgbench[callers])
        lines.append(
            f"{callers:>7} {spread(rates):>20} {spread(pgbench[callers]):>20} {ratio:>6.2f} "
            f"{statistics.median(p50):>7.1f} {statistics.median(p99):>7.1f} {statistics.median(cpu):>9.0f}"
        )
    return "\n".join(lines)


def spread(values):
    return f"{statistics.median(values):.0f} ({min(values):.0f}-{max(values):.0f})"
