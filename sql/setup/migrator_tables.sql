-- The migrator's tables: what may be applied, what has been, and the single row whose lock makes two migrators take
-- turns.
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

-- The texts that the superuser's setup registered (registered_texts.sql), which no other role may write.
create table if not exists clinic.registered_texts (
  path text not null,
  checksum bytea not null constraint registered_texts_checksum_sha256 check (octet_length(checksum) = 32),
  constraint registered_texts_pkey primary key (path)
);

create table if not exists clinic.migration_turn (
  singleton boolean not null default true constraint migration_turn_one_row check (singleton),
  constraint migration_turn_pkey primary key (singleton)
);

-- These tables hold nothing of a practice. Every role's functions may read them; only the operator's may write, and
-- register no text.
do $$
declare
  name text;
begin
  foreach name in array array['migrations', 'routines', 'registered_texts', 'migration_turn'] loop
    execute format('drop policy if exists everyone_reads on clinic.%I', name);
    execute format('drop policy if exists operator_writes on clinic.%I', name);
    execute format('create policy everyone_reads on clinic.%I for select using (true)', name);
    if name <> 'registered_texts' then
      execute format(
        'create policy operator_writes on clinic.%I using (session_user = ''plumbline_operator'')', name);
    end if;
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

-- Refuses a text that the superuser did not register under this path, and a database that is not in UTF-8. Returns the
-- SHA-256 of the text.
create or replace function clinic.registered_checksum(path text, sql text)
returns bytea
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  sum constant bytea := sha256(convert_to(sql, 'UTF8'));
begin
  if not exists (
    select from pg_database as d
    where d.datname = current_database() and pg_encoding_to_char(d.encoding) = 'UTF8')
  then
    perform clinic.refuse('PL409', 'the database is not in UTF8: make another one with createdb --encoding=UTF8');
  elsif not exists (
    select from clinic.registered_texts as t
    where t.path = registered_checksum.path and t.checksum = sum)
  then
    perform clinic.refuse('PL403', registered_checksum.path || ' is not the text that the superuser registered');
  end if;
  return sum;
end
$$;

reset role;
insert into clinic.migration_turn default values on conflict do nothing;
