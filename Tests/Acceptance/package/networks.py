"""The daemon behind PgBouncer, and on another machine than its database, by the commands of deploy/README.md."""

import readme

DROP_INS = "/etc/systemd/system/plumblined.service.d"
FIRST, SECOND = "first-password", "second-password"


def pools_the_connections_of_the_daemon(machine):
    done = machine.install("pgbouncer")
    assert done.returncode == 0, done.stderr[-2000:]
    machine.script(readme.commands("**Behind PgBouncer**"), VERSION=machine.version)
    machine.until(lambda: machine.readiness() == "ready 200")
    pooler = machine.systemctl("show", "--value", "--property=MainPID", "pgbouncer")
    sessions = machine.sql("select count(*) from pg_stat_activity where usename = 'plumbline_door'")
    assert int(sessions) >= 1 and int(pooler) > 0, sessions
    machine.systemctl("stop", "pgbouncer")
    machine.until(lambda: machine.readiness().endswith("503"))
    machine.type("rm", f"{DROP_INS}/pooler.conf")
    back_on_the_socket(machine)


def reaches_a_database_over_the_network(machine):
    """With the certificate that Debian makes for PostgreSQL, over the loopback."""
    [settings] = (machine.folder / "etc/postgresql").glob("*/main")
    hba = settings / "pg_hba.conf"
    before = hba.read_text()
    hba.write_text(f"hostssl plumbline plumbline_door 127.0.0.1/32 scram-sha-256\n{before}")
    certificate = "/etc/ssl/certs/ssl-cert-snakeoil.pem"
    machine.type("cp", certificate, "/etc/plumbline/ca.pem")
    name = machine.type("openssl", "x509", "-in", certificate, "-noout", "-subject", "-nameopt", "multiline")
    name = name.split("commonName")[1].split("=")[1].split()[0]
    with open(machine.folder / "etc/hosts", "a") as hosts:
        hosts.write(f"127.0.0.1 {name}\n")
    change_password(machine, FIRST)
    machine.script(readme.commands("has a network only with a drop-in"), PASSWORD=FIRST)
    drop_in = machine.folder / DROP_INS[1:] / "network.conf"
    text = drop_in.read_text().replace("10.0.0.1 10.0.0.2 10.0.0.3", "127.0.0.1")
    drop_in.write_text(text.replace("one.example.org,two.example.org,three.example.org", name))
    machine.systemctl("daemon-reload")
    machine.systemctl("restart", "postgresql", "plumblined")
    machine.until(lambda: machine.readiness() == "ready 200")
    ways = machine.sql("select distinct client_addr from pg_stat_activity where usename = 'plumbline_door'")
    assert ways == "127.0.0.1", ways
    change_password(machine, SECOND)
    machine.type("sed", "-i", f"s/{FIRST}/{SECOND}/", "/etc/plumbline/pgpass")
    machine.sql("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'plumbline_door'")
    machine.until(lambda: machine.readiness() == "ready 200")
    hba.write_text(before)
    machine.type("rm", f"{DROP_INS}/network.conf", "/etc/plumbline/pgpass", "/etc/plumbline/ca.pem")
    machine.systemctl("reload", "postgresql")
    back_on_the_socket(machine)


def change_password(machine, password):
    machine.sql(f"alter role plumbline_door password '{password}'")


def back_on_the_socket(machine):
    machine.systemctl("daemon-reload")
    machine.systemctl("restart", "plumblined")
    machine.until(lambda: machine.readiness() == "ready 200")
