-- Included after fixture.sql: what tests of messages ask and do.

insert into tap.names values ('stop', '\x' || repeat('0d', 32)), ('public key', '\x' || repeat('0e', 32)),
  ('another', '\x' || repeat('1a', 32));

-- The states of a client's messages of a kind, in the order in which they were written.
create function tap.messages(kind text, client text default 'ana')
returns text
language sql
as $$
  select coalesce(string_agg(concat_ws(': ', m.state, m.reason), ', ' order by m.created_at, m.next_try_at), 'none')
  from clinic.messages as m
  where m.kind = messages.kind and m.client_id = tap.spelled('{' || client || '}')::uuid
$$;
-- What is said about reminders from now on.
create function tap.reminders(state text)
returns void
language sql
as $$
  insert into clinic.consent_entries (practice_id, client_id, states, source, text_version, recorded_by)
  values (
    tap.spelled('{stillwater}')::uuid, tap.spelled('{ana}')::uuid, jsonb_build_object('consent.reminders', state),
    'sheet', '1.0.0', tap.spelled('{mira}')::uuid)
$$;
-- Makes what waits due, and has it be noon.
create function tap.make_due()
returns void
language sql
as $$
  update clinic.messages set next_try_at = statement_timestamp() - interval '1 second' where state = 'waiting';
  update clinic.practices
  set time_zone = (
    select z.name
    from pg_timezone_names as z
    where z.name ~ '^Etc/GMT[+-][0-9]+$' and extract(hour from statement_timestamp() at time zone z.name) = 12
    order by z.name
    limit 1)
$$;
create function tap.begun(id text default 'message')
returns text
language sql
as $$
  select tap.answer('outbox', format($call$outbox.begin_try('{stillwater}', '{%s}', '{stop}')$call$, id))
$$;
create function tap.newest(kind text)
returns text
language sql
as $$
  insert into tap.names
  select 'newest ' || newest.kind, m.id::text
  from clinic.messages as m
  where m.kind = newest.kind
  order by m.created_at desc, m.next_try_at desc
  limit 1
  on conflict on constraint names_pkey do update set value = excluded.value
  returning name
$$;
