"""An archive holds everything of the practice and nothing that opens a link; a stranger can read it."""

import json
import os
import pathlib
import subprocess
import tempfile

import jsonschema
import stranger
from growing import grow

ROOT = pathlib.Path(__file__).parents[3]
PROGRAM = os.path.join(os.environ["PLUMBLINE_BIN"], "plumbline")
# The table of each kind of record, where its name is another.
TABLES = {
    "short_ids": "short_ids", "templates": "plan_templates", "shares": "client_shares", "notes": "client_notes",
    "openings": "client_openings", "consents": "consent_entries", "practice": "practices", "photos": "kept_photos",
}  # fmt: skip


def plumbline(*words, service="mira"):
    done = subprocess.run([PROGRAM, *words, "--service", service], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def query(sql):
    done = subprocess.run(["psql", "service=superuser", "-Atc", sql], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def validated(records):
    schemas = json.loads((ROOT / "sql/archive.schema.json").read_text())
    for kind, lines in records.items():
        validator = jsonschema.Draft202012Validator(
            {"$ref": f"#/$defs/{kind}", "$defs": schemas["$defs"]},
            format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
        )
        for line in lines:
            validator.validate(line)
    return sum(map(len, records.values()))


def main():
    client = grow()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "practice.tar")
        status, _, error = plumbline("export", "practice", "--to", path)
        assert status == 0, error
        assert os.stat(path).st_mode & 0o777 == 0o600, "it is for its owner alone"
        manifest, records, documents = stranger.read(path)
        assert stranger.chain_holds(manifest, records["audit"])
        practice = manifest["practice"]["id"]
        for kind, lines in records.items():
            if kind == "audit":
                continue
            count = query(f"select count(*) from clinic.{TABLES.get(kind, kind)} where practice_id = '{practice}'")
            assert len(lines) == int(count), f"{kind}: {len(lines)} of {count}"
        stored = query(
            f"select count(*), sum(length(bytes)) from clinic.plan_documents where practice_id = '{practice}'"
        )
        issued = [content for name, content in documents.items() if name.startswith("documents/")]
        assert stored == f"{len(issued)}|{sum(map(len, issued))}", "every document byte for byte"
        text = json.dumps(records)
        for secret in ("secret_hash", "sealed", "prefill", "key_hash", "code_hash", "history_code"):
            assert f'"{secret}' not in text, secret
        print(f"{validated(records)} records of {len(records)} kinds, {len(issued)} documents: all as the schema says")

        assert plumbline("export", "practice", "--to", path)[0] == 6, "it never replaces a file"
        denied = os.path.join(folder, "denied.tar")
        assert plumbline("export", "practice", "--to", denied, service="jonas")[0] == 4
        assert not os.path.exists(denied)

        encrypted, key = os.path.join(folder, "practice.tar.age"), os.path.join(folder, "key")
        made_key = subprocess.run(["age-keygen", "-o", key], capture_output=True, text=True, check=True).stderr
        recipients = os.path.join(folder, "recipients")
        pathlib.Path(recipients).write_text(made_key.split(": ")[1])
        assert plumbline("export", "practice", "--to", encrypted, "--encrypt-to", recipients)[0] == 0
        clear = os.path.join(folder, "clear.tar")
        subprocess.run(["age", "--decrypt", "-i", key, "-o", clear, encrypted], check=True)
        assert len(stranger.read(clear)[1]["clients"]) == len(records["clients"])
        wrong = plumbline("export", "practice", "--to", denied, "--encrypt-to", os.path.join(folder, "no such file"))
        assert wrong[0] == 1 and not os.path.exists(denied), wrong
        assert {name for name in os.listdir(folder) if name.startswith(".")} == set(), "nothing unfinished stays"

        copy = os.path.join(folder, "copy.tar")
        status, _, error = plumbline("export", "client", client, "--to", copy)
        assert status == 0, error
        own, own_records, pages = stranger.read(copy)
        assert own["client"] == client and "Söderström" in pages["cover.txt"].decode()
        whose = {line["client_id"] for kind, lines in own_records.items() if kind != "clients" for line in lines}
        assert whose == {client}
        assert validated(own_records) >= 7
        assert any(name.endswith(".pdf") for name in pages) and any(name.startswith("visits/") for name in pages)
        assert plumbline("export", "client", client, "--to", denied, service="tom")[0] == 3
        print(f"a client's copy: {sum(map(len, own_records.values()))} records, {len(pages)} pages")


main()
