/// What a stranger needs to know to read an archive.
package enum ArchiveReadme {
  package static let path = "README.txt"

  package static let text = """
    An archive of a massage practice, made by Plumbline
    ===================================================

    manifest.json says whose records these are, when they were read, and of every other file its size in bytes, its
    SHA-256, and how many records it has. It has "format": "plumbline-archive" and "version": 1; a reader that knows
    version 1 must not guess at a higher one.

    Every NAME.jsonl is UTF-8 text with one record a line, each a JSON object. LF alone ends a line: a note may have
    other characters at which some programs break lines. Days are YYYY-MM-DD, times are ISO 8601
    in UTC, ids are UUIDs, and bytes are written as \\x and hexadecimal digits. null means that nothing was said. A record
    that names another does so by its id: a member that ends in _id, or that says who did something (author,
    accepted_by ...), which is a practitioner. People type the short_id of a record.

    practice        the practice and its settings (one line)
    practitioners   who works there; role_name is their login, former_logins those of the audit's older entries
    short_ids       every short id that was ever given, so that none is given twice
    items           the practice's own home-care items; picture is a JPEG
    templates       lists of items to start a plan from
    clients         people; one with merged_into is the same person as that one, whose record counts
    shares          which colleague may see a client until when
    notes           notes on a client; one with struck_at was taken back
    openings        who opened a client's record in an emergency, and why
    invites         links that were sent to fill the form; the links themselves and their secrets are not exported
    intakes         filled forms: answers by the id of the question, amendments (the last one counts), red flags
    consents        what a client agreed to, refused or took back, and when; the newest counts
    wishes          what a client asked of the practice
    evaluations     findings of a postural evaluation, with amendments
    photos          posture photos that are kept with an evaluation, as JPEG
    visits          notes of visits, with amendments
    plans           home-care plans with their items; wording is the text that the client got
    checkins        how the plan went, told between visits, with red flags, and pauses of items that hurt
    erasures        ids of clients who were erased for ever
    audit           who did what and when, as a chain: hash is the SHA-256 of previous_hash and of the entry as the JSON
                    array [practice, sequence, at, who, verb, target, client_id, reason_hash]; audit_head of the manifest
                    is its end

    documents/PLAN/ has the plan of that id as the client got it, byte for byte, as PDF and as text.
    content/VERSION.json has the questions, findings, items and rules that records name in content_version: the words
    for an answer are there.

    A copy for one client has cover.txt, the same files with that client's records alone, and pages to read.
    """ + "\n"
}
