"""Changes to finished backups, to the audit and to the rights of roles: `deploy/backup verify` must find each."""

import random
import shutil


def flip(path, where):
    data = bytearray(path.read_bytes())
    data[int(len(data) * where)] ^= 1
    path.write_bytes(bytes(data))


def cut(path):
    path.write_bytes(path.read_bytes()[:-1000])


def lower_head(manifest):
    lines = manifest.read_text().splitlines()
    broken = [line[:-1] + ("0" if line[-1] != "0" else "1") if line.startswith("head") else line for line in lines]
    manifest.write_text("\n".join(broken) + "\n")


def one_more(manifest, beginning):
    """Adds a 1 to the end of what begins so."""
    lines = [f"{line}1" if line.startswith(beginning) else line for line in manifest.read_text().splitlines()]
    manifest.write_text("\n".join(lines) + "\n")


def tampered_files(site, most):
    """Changes a copy of the folder; `verify` must find each change."""
    older, newer = sorted(site.backups.glob("*.age"))[-2:]
    manifest = newer.with_name(newer.name.replace(".tar.gz.age", ".manifest"))
    changes = {f"a bit at {where:.0%}": lambda where=where: flip(newer, where) for where in (0.01, 0.3, 0.6, 0.99)}
    changes |= {
        "the end cut off": lambda: cut(newer),
        "an older backup in its place": lambda: shutil.copy(older, newer),
        "no manifest": manifest.unlink,
        "another head in the manifest": lambda: lower_head(manifest),
        "more rows in the manifest": lambda: one_more(manifest, "rows"),
        "another database in the manifest": lambda: one_more(manifest, "database"),
    }
    missed = []
    tried = random.sample(sorted(changes), min(most, len(changes)))
    for name in tried:
        kept = [(path, path.read_bytes()) for path in (newer, manifest)]
        changes[name]()
        if site.takes_for_whole(newer):
            missed.append(name)
        for path, data in kept:
            path.write_bytes(data)
    return len(tried), missed


LAST_TWO = """
    delete from clinic.audit_entries where practice_id = (select practice_id from longest)
      and sequence > (select sequence - 2 from longest);"""
TAMPERINGS = {
    "the last entries deleted": LAST_TWO,
    "the last entries deleted, the head set back": f"""{LAST_TWO}
        update clinic.audit_heads as h set sequence = e.sequence, hash = e.hash from clinic.audit_entries as e
        where h.practice_id = (select practice_id from longest) and e.practice_id = h.practice_id
          and e.sequence = (select sequence - 2 from longest);""",
    "all entries deleted": "delete from clinic.audit_entries;",
    "all entries deleted, the heads too": """
        delete from clinic.audit_entries; update clinic.audit_heads set sequence = 0, hash = '';""",
    "an entry changed": "update clinic.audit_entries set at = at + interval '1 day' where sequence = 1;",
}
AS_A_SUPERUSER = """
    set session_replication_role = replica;
    create temporary table longest as select * from clinic.audit_heads order by sequence desc limit 1;"""


def tampered_audits(site, most):
    """Changes the database as a superuser could, makes a backup of it, and reverts the change."""
    missed = []
    site.sql(
        "create schema kept; create table kept.entries as select * from clinic.audit_entries; "
        "create table kept.heads as select * from clinic.audit_heads"
    )
    tried = random.sample(sorted(TAMPERINGS), min(most, len(TAMPERINGS)))
    for name in tried:
        site.sql(AS_A_SUPERUSER + TAMPERINGS[name])
        try:
            if site.takes_for_whole(site.create()):
                missed.append(name)
        finally:
            site.sql(
                "set session_replication_role = replica; "
                "delete from clinic.audit_entries; delete from clinic.audit_heads; "
                "insert into clinic.audit_entries select * from kept.entries; "
                "insert into clinic.audit_heads select * from kept.heads"
            )
    site.sql("drop schema kept cascade")
    return len(tried), missed


RIGHTS = {
    "a table for a login": ("grant select on clinic.clients to {}", "revoke select on clinic.clients from {}"),
    "a column for a login": (
        "grant update (full_name) on clinic.clients to {}",
        "revoke update (full_name) on clinic.clients from {}",
    ),
    "a function for everybody": (
        "grant execute on function operator.expire(uuid) to public",
        "revoke execute on function operator.expire(uuid) from public",
    ),
    "a function for another login": (
        "grant execute on function desk.whoami() to {}",
        "revoke execute on function desk.whoami() from {}",
    ),
    "a role of PostgreSQL's": ("grant pg_read_all_data to {}", "revoke pg_read_all_data from {}"),
    "row security not forced": (
        "alter table clinic.clients no force row level security",
        "alter table clinic.clients force row level security",
    ),
    "an owner that logs in": ("alter role plumbline_owner login", "alter role plumbline_owner nologin"),
}


def tampered_rights(site, most):
    """Gives roles more than they should have, makes a backup, and takes it back."""
    missed = []
    tried = random.sample(sorted(RIGHTS), min(most, len(RIGHTS)))
    for name in tried:
        change, back = RIGHTS[name]
        site.sql(change.format("plumbline_outbox"))
        try:
            if site.takes_for_whole(site.create()):
                missed.append(name)
        finally:
            site.sql(back.format("plumbline_outbox"))
    return len(tried), missed
