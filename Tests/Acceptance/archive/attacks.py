"""Archives that are damaged or forged."""

import hashlib
import io
import json
import os
import pathlib
import tarfile

import stranger


def rewritten(source, target, change):
    """Copies an archive; `change` takes each path and its bytes, and returns the files to write instead."""
    with tarfile.open(source) as archive, tarfile.open(target, "w") as other:
        for member in archive.getmembers():
            for name, content in change(member.name, archive.extractfile(member).read()):
                info = tarfile.TarInfo(name)
                info.size = len(content)
                other.addfile(info, io.BytesIO(content))


def with_manifest(change):
    def changed(name, content):
        if name == "manifest.json":
            manifest = json.loads(content)
            change(manifest)
            content = json.dumps(manifest).encode()
        return [(name, content)]

    return changed


def forged(kind, change):
    """Changes the records of a kind, and makes the manifest fit them."""

    def forge(source, target):
        _, records, _ = stranger.read(source)
        lines = b"".join(json.dumps(line).encode() + b"\n" for line in change(records[kind]))

        def fit(manifest):
            for file in manifest["files"]:
                if file["path"] == f"{kind}.jsonl":
                    file |= {"bytes": len(lines), "sha256": hashlib.sha256(lines).hexdigest()}
                    file["records"] = lines.count(b"\n")

        def fitting(name, content):
            return [(name, lines)] if name == f"{kind}.jsonl" else with_manifest(fit)(name, content)

        rewritten(source, target, fitting)

    return forge


def edited(change):
    return lambda source, target: rewritten(source, target, change)


def cut(share):
    def cut_off(source, target):
        whole = pathlib.Path(source).read_bytes()
        pathlib.Path(target).write_bytes(whole[: int(len(whole) * share)])

    return cut_off


def altered(lines, **change):
    return [line | change if number == 0 else line for number, line in enumerate(lines)]


OTHER = "01900000-0000-7000-8000-00000000dead"


def only(path, *files):
    """Puts other files in the place of one; None stands for itself."""
    return edited(
        lambda name, content: [file or (name, content) for file in files] if name == path else [(name, content)]
    )


def file(**change):
    """Lets the manifest say something else about a file."""
    return edited(with_manifest(lambda manifest: manifest["files"][5].update(**change)))


def said(**change):
    """Lets the manifest say something else about the archive."""
    return edited(with_manifest(lambda manifest: manifest.update(**change)))


# What is wrong with each, and what is said of it.
ATTACKS = [
    (cut(0), "is no archive"),
    (cut(0.001), "breaks off"),
    *[(cut(share), "breaks off|damaged") for share in (0.02, 0.3, 0.6, 0.9, 0.99)],
    (lambda _, target: pathlib.Path(target).write_bytes(os.urandom(100000)), "is no archive"),
    (only("visits.jsonl", ("visits.jsonl", b"{}\n")), "visits.jsonl is not what|visits.jsonl does not fit"),
    (only("notes.jsonl", ("../../etc/passwd", b"x"), None), "not its own: ../../etc/passwd"),
    (only("notes.jsonl", None, None), "not its own: notes.jsonl"),
    (only("plans.jsonl"), "breaks off|does not fit"),
    (said(version=2), r"later format \(2\)"),
    (said(format="tar"), "is no archive"),
    (said(practice={"id": OTHER, "name": "Other"}), "another practice"),
    (file(bytes=1 << 62), "damaged"),
    (file(records=1 << 40), "damaged"),
    (forged("audit", lambda lines: altered(lines, verb="x.y")), "chain of its audit is broken at entry 1"),
    (forged("audit", lambda lines: lines[:-1]), "chain of its audit is broken"),
    (forged("notes", lambda lines: altered(lines, practice_id=OTHER)), "notes.jsonl does not fit"),
    (forged("notes", lambda lines: altered(lines, client_id=OTHER)), "notes.jsonl does not fit"),
    (forged("notes", lambda lines: altered(lines, note="\0")), "notes.jsonl does not fit"),
    (forged("clients", lambda lines: altered(lines, merged_into=OTHER)), "one of these values is not possible"),
    (forged("clients", lambda lines: lines + lines[:1]), "clients.jsonl does not fit"),
    (forged("practitioners", lambda lines: altered(lines, id=OTHER)), "does not fit"),
]
