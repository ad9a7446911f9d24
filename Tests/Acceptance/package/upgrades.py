"""Upgrades of the package, what is done when one went wrong, and its removal."""

from machine import BACKUPS

WORK = "/root/later"
# What stands still while the data is replaced.
UNITS = ["plumblined.socket", "plumblined.service"]
UNITS += [f"plumbline-{task}.timer" for task in ("backup", "ledger", "head", "expire", "verify")]


def repacked(machine, version):
    """The package again, as a later version."""
    machine.type("rm", "-rf", WORK)
    machine.type("dpkg-deb", "--raw-extract", "/root/plumbline.deb", WORK)
    return packed(machine, version)


def packed(machine, version):
    machine.type("sed", "-i", f"s/^Version: .*/Version: {version}/", f"{WORK}/DEBIAN/control")
    machine.type("dpkg-deb", "-Znone", "--build", "--root-owner-group", WORK, f"/root/{version}.deb")
    return f"/root/{version}.deb"


def installed(machine):
    return machine.type("dpkg-query", "--show", "--showformat=${Version} ${Status}", "plumbline")


def count_backups(machine):
    return len(machine.type("plumbline-backup", "list", BACKUPS).splitlines())


def refuses_an_upgrade_without_a_backup(machine):
    before = installed(machine)
    later = repacked(machine, "99.0")
    machine.type("mv", "/etc/plumbline/recipients.txt", "/root/")
    refused = machine.install(later)
    machine.type("mv", "/root/recipients.txt", "/etc/plumbline/")
    assert refused.returncode != 0 and "nothing is upgraded" in refused.stdout + refused.stderr, refused.stderr
    assert installed(machine) == before
    assert machine.readiness() == "ready 200"


def upgrades_after_a_backup(machine):
    served = machine.systemctl("show", "--value", "--property=MainPID", "plumblined")
    made = count_backups(machine)
    # What the operator has raised stays.
    machine.sql("alter role plumbline_door connection limit 40")
    # The new release brings a function that the database does not have.
    function = "create or replace function clinic.of_99() returns int language sql as 'select 99';"
    machine.type("mkdir", "-p", f"{WORK}/usr/share/plumbline/functions/clinic")
    machine.write(f"{WORK[1:]}/usr/share/plumbline/functions/clinic/of_99.sql", function)
    done = machine.install(packed(machine, "99.0"))
    assert done.returncode == 0, done.stdout + done.stderr
    assert count_backups(machine) == made + 1
    assert machine.sql("select clinic.of_99()") == "99"
    assert machine.sql("select rolconnlimit from pg_roles where rolname = 'plumbline_door'") == "40"
    assert machine.systemctl("show", "--value", "--property=MainPID", "plumblined") != served
    machine.until(lambda: machine.readiness() == "ready 200")


def stands_still(machine):
    machine.systemctl("mask", "--now", *UNITS, "plumbline-outbox.timer")
    machine.systemctl("stop", "plumbline-*.service")


def serves_again(machine):
    machine.systemctl("unmask", *UNITS, "plumbline-outbox.timer")
    machine.systemctl("start", *UNITS, "plumbline-backup")


def takes_writes(machine):
    words = ["runuser", "-u", "postgres", "--", "psql", "-Atc", "select pg_is_in_recovery()"]
    return machine.attempt(*words).stdout.strip() == "f"


def rolls_the_upgrade_back(machine):
    """To the backup that the upgrade made, and the package from before. WAL is archived, and still is afterwards."""
    machine.type_as("marta", "plumbline client add 'After The Upgrade' --no-input")
    backup = machine.newest_backup()
    machine.run_task("plumbline-ledger")
    stands_still(machine)
    there = "/var/tmp/before"
    machine.type("plumbline-backup", "restore", backup, there, "--key", "/root/identity.txt")
    machine.systemctl("stop", "postgresql", "postgresql@*")
    [data] = (machine.folder / "var/lib/postgresql").glob("*/main")
    data.rename(data.parent / "main.after")
    machine.type("mv", f"{there}/pg", f"/{data.relative_to(machine.folder)}")
    machine.systemctl("start", "postgresql")
    machine.until(lambda: takes_writes(machine))
    done = machine.install("--allow-downgrades", "/root/plumbline.deb")
    assert done.returncode == 0, done.stdout + done.stderr
    machine.type("plumbline", "erasures", "replay", "--from", f"{there}/erasures.json", "--yes")
    for unit in ("plumblined.socket", "plumblined.service", "plumbline-outbox.timer"):
        assert machine.attempt("systemctl", "is-active", unit).stdout.strip() != "active", unit
    serves_again(machine)
    machine.until(lambda: machine.readiness() == "ready 200")
    # The backup has just switched WAL, and a segment with nothing in it is never archived.
    machine.type_as("marta", "plumbline client add 'Back Again' --no-input")
    segment = machine.sql("select pg_walfile_name(pg_switch_wal())")
    assert segment.startswith("00000002"), segment
    machine.until((machine.folder / f"{BACKUPS[1:]}/wal/{segment}.gz.age").exists)
    names = machine.type_as("marta", "plumbline client list")
    assert "Ana Lima" in names and "After The Upgrade" not in names, names


def migrates_after_a_removal_only_with_a_backup(machine):
    """No program is left that could make one before the new ones are there."""
    made = count_backups(machine)
    machine.type("apt-get", "remove", "--quiet=2", "--yes", "plumbline")
    machine.type("mv", "/etc/plumbline/recipients.txt", "/root/")
    refused = machine.install("/root/99.0.deb")
    machine.type("mv", "/root/recipients.txt", "/etc/plumbline/")
    assert refused.returncode != 0 and "is not migrated" in refused.stdout + refused.stderr, refused.stderr
    assert machine.sql("select to_regprocedure('clinic.of_99()') is null") == "t"
    machine.type("dpkg", "--configure", "plumbline")
    assert count_backups(machine) == made + 1
    assert machine.sql("select clinic.of_99()") == "99"
    machine.until(lambda: machine.readiness() == "ready 200")


def keeps_the_records_when_it_goes(machine):
    machine.sql("alter system set archive_mode = off")
    machine.systemctl("restart", "postgresql")
    machine.type("apt-get", "remove", "--quiet=2", "--yes", "plumbline")
    assert machine.attempt("systemctl", "is-active", "plumblined.service").stdout.strip() != "active"
    assert (machine.folder / "etc/plumbline/plumbline.env").exists()
    for trials in ("plumbline-verify", "plumbline-verify-root"):
        machine.write(f"var/lib/{trials}/check.killed/pg/PG_VERSION", machine.version)
    machine.type("rm", "/etc/nginx/conf.d/plumbline.conf")
    said = machine.type("apt-get", "purge", "--quiet=2", "--yes", "plumbline")
    assert "kept are the database and its roles" in said and BACKUPS in said, said
    assert not (machine.folder / "etc/plumbline/plumbline.env").exists()
    assert not list((machine.folder / "var/lib").glob("plumbline-verify*"))
    machine.type("nginx", "-t")
    assert int(machine.sql("select count(*) from clinic.intakes")) == 2
    assert list((machine.folder / BACKUPS[1:]).glob("*.age"))
