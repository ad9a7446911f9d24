-- Who did what, when: one chain of hashes a practice, written in the transaction of the act.

create table clinic.audit_heads (
  practice_id uuid not null,
  sequence bigint not null default 0,
  hash bytea not null default '\x' constraint audit_heads_hash_sha256
    check (octet_length(hash) = case when sequence = 0 then 0 else 32 end),
  constraint audit_heads_pkey primary key (practice_id),
  constraint audit_heads_practice_fkey foreign key (practice_id) references clinic.practices (practice_id)
);
select clinic.lock_by_practice('clinic.audit_heads');

create table clinic.audit_entries (
  practice_id uuid not null,
  sequence bigint not null,
  at timestamptz not null,
  who name not null,
  verb text not null constraint audit_entries_verb_form check (verb ~ '^[a-z]+\.[a-z_]+$'),
  target uuid,
  client_id uuid,
  reason text constraint audit_entries_reason_short check (length(reason) <= 2000),
  previous_hash bytea not null,
  hash bytea not null,
  constraint audit_entries_pkey primary key (practice_id, sequence),
  constraint audit_entries_practice_fkey foreign key (practice_id) references clinic.practices (practice_id)
);
create index audit_entries_client_idx on clinic.audit_entries (practice_id, client_id, sequence)
  where client_id is not null;
create index audit_entries_who_idx on clinic.audit_entries (practice_id, who, sequence);
select clinic.lock_by_practice('clinic.audit_entries');

create trigger audit_entries_immutable
  before update or delete on clinic.audit_entries
  for each row execute function clinic.refuse_change();

-- SHA-256 of the previous hash and the entry as a JSON array; a reader of an export can compute it anywhere. It is
-- the one function without a search_path of its own, which would keep it from being inlined into its callers, who
-- have one: verifying takes half the time.
create function clinic.audit_hash(entry clinic.audit_entries)
returns bytea
language sql
stable
as $$
  select sha256(
    entry.previous_hash || convert_to(
      jsonb_build_array(
        entry.practice_id, entry.sequence,
        to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        entry.who, entry.verb, entry.target, entry.client_id, entry.reason)::text,
      'UTF8'))
$$;
