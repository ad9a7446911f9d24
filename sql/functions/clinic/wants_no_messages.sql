-- Returns whether a client asked for no more messages, by the newest word about them.
create or replace function clinic.wants_no_messages(client uuid)
returns boolean
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select coalesce((clinic.current_consent(client, 'consent.reminders')).state = 'withdrawn', false)
$$;
