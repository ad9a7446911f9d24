"""The move to another machine, by the commands of deploy/README.md."""

import mailbox
import re
import shutil

import messages
import procedures
import readme
import upgrades
from machine import NAME


def moves_to_another_machine(machine):
    """Both have the ports of this machine, so the old one is shut down before the new one starts."""
    role = procedures.lets_in(machine, "Ida")
    said = machine.type_as("marta", "plumbline plan link 'Ana Lima' --yes")
    page = re.search(rf"https://{NAME}/\S+", said)[0]
    upgrades.stands_still(machine)
    # Its link waits, sealed to the key of the outbox.
    machine.type_as("marta", f"plumbline client add 'Moved Along' --email marta@{NAME} --no-input")
    machine.type_as("marta", "plumbline invite send 'Moved Along'")
    machine.script(readme.commands("**To another machine**"), VERSION=machine.version)
    machine.end()
    old = machine.folder
    machine.package = old / "root/99.0.deb"
    machine.start("second")
    machine.wait()
    procedures.installs(machine)
    for file in ("plumbline.tar", "identity.txt"):
        shutil.move(old / "root" / file, machine.folder / "root" / file)
    machine.script(readme.commands("With `plumbline.tar` and the identity"), VERSION=machine.version)
    procedures.serves_the_name(machine)
    machine.write("root/again", procedures.WHO.format(name=NAME))
    machine.type("plumbline", "setup", "--answers", "/root/again")
    machine.type("plumbline", "erasures", "replay", "--from", "/var/tmp/moved/erasures.json", "--yes")
    serves_as_before(machine, role, page)


def serves_as_before(machine, role, page):
    machine.until(lambda: machine.readiness() == "ready 200")
    plan = machine.type("curl", "--silent", "--fail", page, environment=procedures.CERTIFICATE)
    assert "Ana Lima" in plan, plan[:2000]
    assert "Ana Lima" in machine.type_as("marta", "plumbline client list")
    machine.type("adduser", "--disabled-password", "--gecos", "Ida", "ida")
    machine.type_as("ida", f"plumbline login --user {role}")
    assert "Ida" in machine.type_as("ida", "plumbline whoami")
    messages.installs_a_mail_system(machine)
    machine.sql(messages.NOON)
    machine.systemctl("enable", "--now", "plumbline-outbox.timer")
    machine.systemctl("start", "plumbline-outbox.service")
    arrived = machine.folder / "var/mail/marta"
    machine.until(arrived.exists)
    [mail] = mailbox.mbox(arrived)
    [text] = [part for part in mail.walk() if part.get_content_type() == "text/plain"]
    link = re.search(rf"https://{NAME}/i/\S+", text.get_payload(decode=True).decode())[0]
    procedures.fills_the_form(machine, link)
    assert "Moved Along" in machine.type_as("marta", "plumbline intake list --to-review")
    machine.run_task("plumbline-backup")
    assert "whole, starts" in machine.run_task("plumbline-verify")
