"""Messages through a postfix of the machine, from the unit that sends them to the report that one came back."""

import json

from machine import NAME

# Has it be noon in the practice.
NOON = """update clinic.practices set time_zone = (select z.name from pg_timezone_names as z
    where z.name ~ '^Etc/GMT[+-][0-9]+$' and extract(hour from statement_timestamp() at time zone z.name) = 12
    order by z.name limit 1)"""
RECEIVE = "/usr/bin/env PGHOST=/run/postgresql PGDATABASE=plumbline PGUSER=plumbline_outbox plumbline outbox receive"


def installs_a_mail_system(machine):
    answers = f"postfix postfix/main_mailer_type select Local only\npostfix postfix/mailname string {NAME}\n"
    machine.write("root/postfix", answers)
    machine.type("debconf-set-selections", "/root/postfix")
    done = machine.install("postfix")
    assert done.returncode == 0, done.stderr[-2000:]


def sends_messages_and_notes_what_comes_back(machine):
    installs_a_mail_system(machine)
    settings = machine.folder / "etc/plumbline/plumbline.env"
    addresses = f"PLUMBLINE_MAIL_FROM=marta@{NAME}\nPLUMBLINE_MAIL_RETURN=plumbline-outbox@{NAME}\n"
    settings.write_text(settings.read_text() + addresses)
    machine.systemctl("enable", "--now", "plumbline-outbox.timer")
    machine.systemctl("start", "plumbline-outbox.service")
    machine.write("var/lib/plumbline-outbox/.forward", f'"|{RECEIVE}"\n')
    machine.type("chown", "plumbline-outbox:", "/var/lib/plumbline-outbox/.forward")
    machine.sql(NOON)
    for name, address in (("Mail Reader", "marta"), ("Gone Away", "gone")):
        machine.type_as("marta", f"plumbline client add '{name}' --email {address}@{NAME} --no-input")
        machine.type_as("marta", f"plumbline invite send '{name}'")
    machine.systemctl("start", "plumbline-outbox.service")
    assert "taken by" in machine.attempt("plumbline", "doctor", "--mail").stdout
    mailbox = machine.folder / "var/mail/marta"
    machine.until(lambda: mailbox.exists() and mailbox.read_text().count("\nMessage-ID: ") == 2)
    said = mailbox.read_text()
    assert "a form for you" in said and "mail arrives" in said, said
    machine.until(lambda: came_back(machine) == "there is no such address (5.1.1)")


def came_back(machine):
    [message] = json.loads(machine.type_as("marta", "plumbline outbox list 'Gone Away' --json"))
    return message["reason"]
