-- Who did what and when: one chain of hashes for each practice. An entry is written in the transaction of the action.

create table clinic.audit_heads (
  practice_id uuid not null,
  sequence bigint not null default 0,
  hash bytea not null default '\x' constraint audit_heads_hash_sha256
    check (octet_length(hash) = case when sequence = 0 then 0 else 32 end),
  -- The transaction that wrote the last entry. It may not read the chain (clinic.refuse_own_entries).
  written_in xid8,
  constraint audit_heads_pkey primary key (practice_id),
  constraint audit_heads_practice_fkey foreign key (practice_id) references clinic.practices (practice_id)
) with (fillfactor = 10);
select clinic.lock_by_practice('clinic.audit_heads');

create table clinic.audit_entries (
  practice_id uuid not null,
  sequence bigint not null,
  at timestamptz not null,
  who name not null,
  verb text not null constraint audit_entries_verb_form check (verb ~ '^[a-z]+\.[a-z_]+$'),
  target uuid,
  client_id uuid,
  -- The hash of the salt and the words in clinic.audit_reasons. The chain remains valid when they are erased with a
  -- client.
  reason_hash bytea constraint audit_entries_reason_hash_sha256 check (octet_length(reason_hash) = 32),
  previous_hash bytea not null,
  hash bytea not null,
  constraint audit_entries_pkey primary key (practice_id, sequence),
  constraint audit_entries_practice_fkey foreign key (practice_id) references clinic.practices (practice_id)
);
create index audit_entries_client_idx on clinic.audit_entries (practice_id, client_id, sequence)
  where client_id is not null;
select clinic.lock_by_practice('clinic.audit_entries');

create trigger audit_entries_immutable
  before update or delete on clinic.audit_entries
  for each row execute function clinic.refuse_change();

-- The reason that somebody gave for an entry. It may name a client, so it is erased with the client, together with its
-- salt. Nobody can guess the words from the hash that stays in the chain.
create table clinic.audit_reasons (
  practice_id uuid not null,
  sequence bigint not null,
  client_id uuid,
  salt bytea not null constraint audit_reasons_salt_long check (octet_length(salt) = 16),
  reason text not null constraint audit_reasons_reason_short check (length(reason) <= 2000),
  constraint audit_reasons_pkey primary key (practice_id, sequence),
  constraint audit_reasons_entry_fkey foreign key (practice_id, sequence) references clinic.audit_entries
);
create index audit_reasons_client_idx on clinic.audit_reasons (practice_id, client_id) where client_id is not null;
select clinic.lock_by_practice('clinic.audit_reasons');

create trigger audit_reasons_immutable
  before update or delete on clinic.audit_reasons
  for each row execute function clinic.refuse_change();
