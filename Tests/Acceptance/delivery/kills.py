"""Kills of the outbox and of PostgreSQL while messages are handed over."""

import contextlib
import os
import pathlib
import random
import signal
import subprocess
import time

from desk import DUE, NOON, ROOT, mira, run_outbox, start_outbox
from place import sql


@contextlib.contextmanager
def instance(folder):
    """An instance whose clock nobody moves."""
    scratch = ROOT / "deploy" / "scratch"
    place = f"{folder}/instance"
    started = subprocess.run([scratch, "start", "--dir", place], check=True, stdout=subprocess.PIPE, text=True)
    try:
        os.environ |= dict(line.split("=", 1) for line in started.stdout.splitlines())
        yield
    finally:
        subprocess.run([scratch, "stop", "--dir", place], check=True)


class Kills:
    """Kills at random moments while messages are handed over to a program that writes down what it took."""

    def __init__(self, folder):
        self.taken = pathlib.Path(folder) / "taken"
        self.taken.write_text("")
        program = pathlib.Path(folder) / "takes"
        program.write_text(
            f"#!/bin/sh\nid=$(sed -n 's/^Message-ID: //p')\nsleep 0.0$(shuf -i 0-3 -n 1)\n"
            f"echo $id >>{self.taken}\nsleep 0.0$(shuf -i 0-3 -n 1)\n"
        )
        program.chmod(0o755)
        self.settings = {"PLUMBLINE_SENDMAIL": f"env -u LD_PRELOAD {program}"}

    def run(self, kills, of_postgres):
        sql(NOON)
        run_outbox(**self.settings)
        mira("client", "add", "Cem Bywater", "--email", "cem@example.org")
        mira("invite", "send", "Cem")
        run_outbox(**self.settings)
        self.taken.write_text("")
        which = ["postgres"] * of_postgres + ["outbox"] * (kills - of_postgres)
        random.shuffle(which)
        for victim in which:
            sql("""insert into clinic.messages (practice_id, kind, client_id, practitioner_id, channel, target)
                select practice_id, kind, client_id, practitioner_id, channel, target from clinic.messages
                cross join generate_series(1, 10) where id = (select id from clinic.messages
                where kind = 'invite' and state = 'sent' order by created_at limit 1)""")
            sql(DUE)
            run = start_outbox(**self.settings)
            time.sleep(random.uniform(0.05, 0.8))
            self.kill(victim, run)
        while int(sql("select count(*) from clinic.messages where state = 'waiting'")):
            sql(DUE)
            run_outbox(**self.settings)
        self.judge(kills, of_postgres)

    def kill(self, victim, run):
        if victim == "outbox":
            run.kill()
            run.communicate()
            return
        place = os.environ["SCRATCH_DIR"]
        os.kill(int((pathlib.Path(place) / "pg/postmaster.pid").read_text().split()[0]), signal.SIGKILL)
        run.communicate()
        # The server's children take a moment to notice.
        again = f"until cluster_start {place}; do sleep 0.5; done"
        start = f"cd {ROOT}; source deploy/cluster/cluster.sh; sleep 1; {again}"
        subprocess.run(["bash", "-c", start], check=True)

    def judge(self, kills, of_postgres):
        taken = self.taken.read_text().split()
        sent = int(sql("select count(*) from clinic.messages as m where state = 'sent' and kind = 'invite'")) - 1
        twice = len(taken) - len(set(taken))
        failed = int(sql("select count(*) from clinic.messages where state = 'failed'"))
        lost = sent - len(set(taken))
        print(
            f"{kills} kills, {of_postgres} of them of PostgreSQL: {sent} messages handed over, {lost} lost, "
            f"{failed} given up, {twice} taken twice under the same Message-ID"
        )
        assert lost == 0 and failed == 0 and twice <= kills
