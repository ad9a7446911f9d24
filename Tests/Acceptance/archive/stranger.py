"""Reads an archive of a practice with nothing but Python's library and what its README says.

usage: stranger.py FILE.tar      prints the number of records of each kind, as JSON
"""

import datetime
import hashlib
import json
import sys
import tarfile


def read(path):
    """Returns the manifest and the records by kind, after comparing every file with the manifest."""
    records, documents = {}, {}
    with tarfile.open(path) as archive:
        manifest = json.load(archive.extractfile("manifest.json"))
        assert manifest["format"] == "plumbline-archive" and manifest["version"] == 1
        for file in manifest["files"]:
            content = archive.extractfile(file["path"]).read()
            assert len(content) == file["bytes"], file["path"]
            assert hashlib.sha256(content).hexdigest() == file["sha256"], file["path"]
            if file["records"] is None:
                documents[file["path"]] = content
            else:
                # LF alone ends a line: a note may have other characters at which splitlines() breaks.
                lines = content.decode().split("\n")[:-1]
                assert len(lines) == file["records"], file["path"]
                records[file["path"].removesuffix(".jsonl")] = [json.loads(line) for line in lines]
        named = {file["path"] for file in manifest["files"]} | {"manifest.json", "README.txt"}
        assert named == set(archive.getnames())
    return manifest, records, documents


def chain_holds(manifest, entries):
    """Computes every hash of the audit anew, from the first entry to the head that the manifest names."""
    previous = b""
    for number, entry in enumerate(entries, 1):
        assert entry["sequence"] == number
        at = datetime.datetime.fromisoformat(entry["at"]).astimezone(datetime.UTC)
        row = [
            manifest["practice"]["id"], number, at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"), entry["who"], entry["verb"],
            entry["target"], entry["client_id"], entry["reason_hash"] and entry["reason_hash"].removeprefix("\\x"),
        ]  # fmt: skip
        assert entry["previous_hash"] == "\\x" + previous.hex()
        previous = hashlib.sha256(previous + json.dumps(row, ensure_ascii=False).encode()).digest()
        assert entry["hash"] == "\\x" + previous.hex(), number
    head = manifest["audit_head"]
    return head == {"sequence": len(entries), "hash": previous.hex()}


if __name__ == "__main__":
    manifest, records, documents = read(sys.argv[1])
    assert chain_holds(manifest, records["audit"]), "the chain is broken"
    print(json.dumps({kind: len(lines) for kind, lines in records.items()} | {"documents": len(documents)}))
