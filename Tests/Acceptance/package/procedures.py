"""What deploy/README.md tells an operator to do, from the installation to the restore. Each begins where the one before
has ended.
"""

import pathlib
import re
import shutil
import time

import readme
from machine import BACKUPS, NAME

ROOT = pathlib.Path(__file__).resolve().parents[3]
WHO = """PRACTICE=Lotus Massage
PRACTITIONER=Marta O'Sousa
ACCOUNT=marta
PUBLIC_URL=https://{name}
"""
ANSWERS = f"""{WHO}PHONE=+1 555 010 0300
TIME_ZONE=UTC
BACKUP_KEY={{key}}
CLIENT=Ana Lima
"""
CERTIFICATE = {"CURL_CA_BUNDLE": f"/etc/letsencrypt/live/{NAME}/fullchain.pem"}


def installs(machine):
    shutil.copy(machine.package, machine.folder / "root/plumbline.deb")
    machine.type("apt-get", "update", "--quiet=2")
    done = machine.install("/root/plumbline.deb", "postgresql", "age", "curl", "nginx", "openssl", "adduser")
    assert done.returncode == 0, done.stderr[-2000:]
    machine.type("adduser", "--disabled-password", "--gecos", "Marta", "marta")
    machine.version = machine.type("pg_lsclusters", "--no-header").split()[0]
    machine.script(readme.commands("If the cluster has no data checksums"), VERSION=machine.version)
    checked = machine.type("runuser", "--user", "postgres", "--", "psql", "-XAtc", "show data_checksums")
    assert checked.strip() == "on", checked


def proxies(machine):
    live = f"/etc/letsencrypt/live/{NAME}"
    machine.type("mkdir", "-p", live)
    sign = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={NAME}"]
    keys = ["-addext", f"subjectAltName=DNS:{NAME}", "-keyout", f"{live}/privkey.pem", "-out", f"{live}/fullchain.pem"]
    machine.type(*sign, *keys)
    serves_the_name(machine)


def serves_the_name(machine):
    machine.type("ln", "-s", "/etc/plumbline/nginx.conf", "/etc/nginx/conf.d/plumbline.conf")
    with open(machine.folder / "etc/hosts", "a") as hosts:
        hosts.write(f"127.0.0.1 {NAME}\n")
    machine.systemctl("reload", "nginx")


def sets_up(machine):
    machine.type("age-keygen", "-o", "/root/identity.txt")
    key = machine.type("age-keygen", "-y", "/root/identity.txt").strip()
    machine.write("root/answers", ANSWERS.format(name=NAME, key=key))
    said = machine.type("plumbline", "setup", "--answers", "/root/answers")
    machine.link = re.search(rf"https://{NAME}/i/\S+", said)[0]
    again = machine.type("plumbline", "setup", "--answers", "/root/answers")
    assert "All of it was already there" in again and "$ " not in again, again
    assert machine.readiness() == "ready 200"
    server = machine.systemctl("show", "--value", "--property=MainPID", "postgresql@*-main.service")
    limits = machine.type("cat", f"/proc/{server}/limits")
    assert re.search(r"^Max data size +536870912 ", limits, re.MULTILINE), limits


def takes_the_first_intake(machine):
    fills_the_form(machine, machine.link)
    # Nothing was exported: the account alone says who asks.
    assert "Ana Lima" in machine.type_as("marta", "plumbline intake list --to-review")
    assert "operator" in machine.attempt("plumbline", "doctor").stdout


def fills_the_form(machine, link):
    days = dict(zip(["@TODAY", "@DAY", "@MONTH", "@YEAR"], time.strftime("%F %-d %-m %Y", time.gmtime()).split()))
    answers = re.sub("|".join(days), lambda found: days[found[0]], (ROOT / "deploy/demo/answers.txt").read_text())
    machine.write("root/form", answers)
    shutil.copy(ROOT / "deploy/demo/fill-form", machine.folder / "root/fill-form")
    machine.type("/root/fill-form", link, "/root/form", environment=CERTIFICATE)


def prints_a_plan(machine):
    """The libraries that draw it are this Debian's."""

    def plumbline(words):
        return machine.type_as("marta", f"plumbline {words}")

    note = "/home/marta/note.txt"
    machine.write(note[1:], "Small packs, and only after the walk.\n")
    for flag in sorted(set(re.findall(r'"(rf\.[a-z_]+)"', plumbline("intake show 'Ana Lima' --json")))):
        plumbline(f"intake flag 'Ana Lima' --ack {flag} --action refer --note-file {note}")
    for words in ("intake accept 'Ana Lima'", "plan new 'Ana Lima'", "plan issue 'Ana Lima'"):
        plumbline(words)
    plumbline("plan export 'Ana Lima' --format pdf --output /home/marta/plan.pdf")
    plan = (machine.folder / "home/marta/plan.pdf").read_bytes()
    assert plan.startswith(b"%PDF-1.7") and plan.endswith(b"%%EOF\n") and len(plan) > 20_000, len(plan)


def lets_another_therapist_in_and_out(machine):
    lets_in(machine, "Noor")
    machine.type_as("marta", 'plumbline practitioner deactivate Noor --successor "Marta O\'Sousa" --confirm Noor')
    refused = machine.attempt("runuser", "--login", "noor", "--command", "plumbline whoami")
    assert refused.returncode != 0 and "Noor of" not in refused.stdout, refused.stdout


def lets_in(machine, name):
    """Returns the role of a therapist whose account has their name, in small letters."""
    account = name.lower()
    machine.type("adduser", "--disabled-password", "--gecos", name, account)
    said = machine.type("plumbline", "practitioner", "add", name, "--practice", "Lotus Massage", "--json")
    role = re.search(r"\bt_[a-z0-9]+\b", said)[0]
    [ident] = (machine.folder / "etc/postgresql").glob("*/main/pg_ident.conf")
    ident.write_text(f"plumbline {account} {role}\n{ident.read_text()}")
    machine.systemctl("reload", "postgresql")
    machine.type_as(account, f"plumbline login --user {role}")
    assert name in machine.type_as(account, "plumbline whoami")
    return role


def runs_the_tasks_of_its_timers(machine):
    assert re.search(r"^head \S+ \d+ \S+$", machine.run_task("plumbline-head"), re.MULTILINE)
    machine.run_task("plumbline-expire")
    machine.run_task("plumbline-ledger")
    machine.run_task("plumbline-backup")
    # The newest backup is tried where the identity is.
    machine.type("install", "-m", "0600", "/root/identity.txt", "/etc/plumbline/identity.txt")
    assert "whole, starts, and holds" in machine.run_task("plumbline-verify")
    for timer in ("backup", "expire", "head", "ledger", "verify"):
        assert machine.systemctl("is-active", f"plumbline-{timer}.timer") == "active"
    assert machine.type("plumbline-backup", "list", BACKUPS).count("T") >= 2
    machine.systemctl("start", "plumblined-metrics.socket")
    assert "http_requests_total{" in machine.type("curl", "--silent", "http://127.0.0.1:9464/metrics")
    doctor = machine.attempt("plumbline", "doctor").stdout
    assert "Backup: made" in doctor and "Restore: verified" in doctor, doctor


def changes_the_key_of_the_backups(machine):
    machine.type("age-keygen", "-o", "/root/second.txt")
    machine.write("etc/plumbline/recipients.txt", machine.type("age-keygen", "-y", "/root/second.txt"))
    machine.run_task("plumbline-backup")
    refused = machine.attempt("plumbline-backup", "verify", BACKUPS, "--key", "/root/identity.txt")
    assert refused.returncode != 0, "the old identity opens the new backup"
    assert "whole, starts" in machine.type("plumbline-backup", "verify", BACKUPS, "--key", "/root/second.txt")
    for place in ("/root/identity.txt", "/etc/plumbline/identity.txt"):
        machine.type("install", "-m", "0600", "/root/second.txt", place)


def restores_to_a_moment(machine):
    archive = f'/usr/bin/plumbline-backup archive {BACKUPS} "%p" %f --encrypt-to /etc/plumbline/recipients.txt'
    machine.sql("alter system set archive_mode = on")
    machine.sql(f"alter system set archive_command = '{archive}'")
    machine.systemctl("restart", "postgresql")
    machine.run_task("plumbline-backup")
    machine.type_as("marta", "plumbline client add 'Bo Chen' --no-input")
    moment = machine.sql("select clock_timestamp()")
    machine.type_as("marta", "plumbline client add 'Too Late' --no-input")
    segment = machine.sql("select pg_walfile_name(pg_switch_wal())")
    machine.until((machine.folder / f"{BACKUPS[1:]}/wal/{segment}.gz.age").exists)
    there = "/var/tmp/restored"
    machine.type(
        "plumbline-backup", "restore", machine.newest_backup(), there, "--key", "/root/identity.txt", "--to", moment
    )
    machine.write("root/serve", SERVE, 0o755)
    names = machine.type("/root/serve", there).split("\n")
    assert "Bo Chen" in names and "Ana Lima" in names and "Too Late" not in names, names


# Starts a restored database on a socket of its own, waits until it has reached its moment, and lists its clients.
SERVE = """#!/bin/bash
set -e
source /usr/lib/plumbline/cluster/cluster.sh
cluster_make_private "$1"
cluster_start "$1"
cluster_add_service "$1" superuser postgres plumbline
cluster_await "$1"
cluster_sql "$1" --command="select full_name from clinic.clients"
cluster_stop "$1"
"""
