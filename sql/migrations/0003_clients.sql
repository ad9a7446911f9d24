-- Clients, who of a practice may see them, and what can be taken back.

create table clinic.clients (
  practice_id uuid not null,
  id uuid not null,
  short_id text not null,
  full_name text not null constraint clients_full_name_given check (full_name ~ '\S' and length(full_name) <= 300),
  email text constraint clients_email_short check (length(email) <= 320),
  phone text constraint clients_phone_short check (length(phone) <= 100),
  birth_date date constraint clients_birth_date_sane check (birth_date between '1850-01-01' and '2200-01-01'),
  practitioner_id uuid not null,
  archived_at timestamptz,
  -- A merged client stays what it was; its records are read as the other's. Taking the merge back moves nothing.
  merged_into uuid constraint clients_merged_elsewhere check (merged_into <> id),
  legal_hold text constraint clients_legal_hold_given check (legal_hold ~ '\S'),
  created_at timestamptz not null default now(),
  constraint clients_pkey primary key (practice_id, id),
  constraint clients_short_id_fkey foreign key (practice_id, short_id) references clinic.short_ids,
  constraint clients_practitioner_fkey foreign key (practice_id, practitioner_id) references clinic.practitioners,
  constraint clients_merged_into_fkey foreign key (practice_id, merged_into) references clinic.clients
);
create index clients_practitioner_idx on clinic.clients (practice_id, practitioner_id, id);
create index clients_merged_into_idx on clinic.clients (practice_id, merged_into) where merged_into is not null;
create index clients_read_as_idx on clinic.clients (practice_id, coalesce(merged_into, id));
select clinic.lock_by_practice('clinic.clients');

-- Read by a colleague until a time: given by the client's practitioner, or taken in an emergency with a reason.
create table clinic.client_shares (
  practice_id uuid not null,
  client_id uuid not null,
  practitioner_id uuid not null,
  granted_by uuid not null,
  granted_at timestamptz not null default now(),
  until timestamptz not null constraint client_shares_ends check (until > granted_at),
  break_glass_reason text constraint client_shares_reason_given check (break_glass_reason ~ '\S'),
  constraint client_shares_pkey primary key (practice_id, client_id, practitioner_id),
  constraint client_shares_client_fkey foreign key (practice_id, client_id) references clinic.clients
    on delete cascade,
  constraint client_shares_practitioner_fkey foreign key (practice_id, practitioner_id)
    references clinic.practitioners,
  constraint client_shares_break_glass check ((break_glass_reason is null) = (granted_by <> practitioner_id))
);
create index client_shares_practitioner_idx on clinic.client_shares (practice_id, practitioner_id, client_id);
select clinic.lock_by_practice('clinic.client_shares');

create table clinic.client_notes (
  practice_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  note text not null constraint client_notes_note_given check (note ~ '\S' and length(note) <= 20000),
  author uuid not null,
  written_at timestamptz not null default now(),
  struck_at timestamptz,
  constraint client_notes_pkey primary key (practice_id, id),
  constraint client_notes_client_fkey foreign key (practice_id, client_id) references clinic.clients
    on delete cascade,
  constraint client_notes_author_fkey foreign key (practice_id, author) references clinic.practitioners
);
create index client_notes_client_idx on clinic.client_notes (practice_id, client_id, written_at);
select clinic.lock_by_practice('clinic.client_notes');

create trigger client_notes_immutable
  before update or delete on clinic.client_notes
  for each row execute function clinic.refuse_change('struck_at');

-- What a change replaced, as long as it can be taken back.
create table clinic.undo_log (
  practice_id uuid not null,
  id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null default clock_timestamp(),
  verb text not null,
  target uuid not null,
  client_id uuid not null,
  before jsonb not null,
  reversible_until timestamptz not null,
  reversed_at timestamptz,
  constraint undo_log_pkey primary key (practice_id, id),
  constraint undo_log_client_fkey foreign key (practice_id, client_id) references clinic.clients
    on delete cascade,
  constraint undo_log_made_by_fkey foreign key (practice_id, made_by) references clinic.practitioners
);
create index undo_log_made_by_idx on clinic.undo_log (practice_id, made_by, made_at);
create index undo_log_client_idx on clinic.undo_log (practice_id, client_id, made_at);
select clinic.lock_by_practice('clinic.undo_log');

-- What is left of an erased client: that there was one. A restored backup is brought up to it.
create table clinic.erasures (
  practice_id uuid not null,
  client_id uuid not null,
  erased_at timestamptz not null default now(),
  -- Null when the operator did it again after a restore.
  erased_by uuid,
  removed jsonb not null,
  constraint erasures_pkey primary key (practice_id, client_id),
  constraint erasures_erased_by_fkey foreign key (practice_id, erased_by) references clinic.practitioners
);
select clinic.lock_by_practice('clinic.erasures');

create trigger erasures_immutable
  before update or delete on clinic.erasures
  for each row execute function clinic.refuse_change();
