-- The migrator's tables: what has been applied, and the single row whose lock makes two migrators take turns.
set local role plumbline_owner;

create table if not exists clinic.migrations (
  number integer not null constraint migrations_number_positive check (number > 0),
  name text not null,
  checksum bytea not null constraint migrations_checksum_sha256 check (octet_length(checksum) = 32),
  applied_at timestamptz not null default now(),
  constraint migrations_pkey primary key (number)
);

create table if not exists clinic.routines (
  path text not null,
  checksum bytea not null constraint routines_checksum_sha256 check (octet_length(checksum) = 32),
  applied_at timestamptz not null default now(),
  constraint routines_pkey primary key (path)
);

create table if not exists clinic.migration_turn (
  singleton boolean not null default true constraint migration_turn_one_row check (singleton),
  constraint migration_turn_pkey primary key (singleton)
);

-- These tables hold nothing of a practice. Every role's functions may read them; only the operator's may write.
do $$
declare
  name text;
begin
  foreach name in array array['migrations', 'routines', 'migration_turn'] loop
    execute format('drop policy if exists everyone_reads on clinic.%I', name);
    execute format('drop policy if exists operator_writes on clinic.%I', name);
    execute format('create policy everyone_reads on clinic.%I for select using (true)', name);
    execute format(
      'create policy operator_writes on clinic.%I using (session_user = ''plumbline_operator'')', name);
    execute format('alter table clinic.%I enable row level security, force row level security', name);
  end loop;
end
$$;

-- Raises a refusal. The codes are those of Sources/Records/Calling/Refusal.swift. A message contains no data of a
-- client.
create or replace function clinic.refuse(code text, message text)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception using errcode = code, message = message;
end
$$;

reset role;
insert into clinic.migration_turn default values on conflict do nothing;
