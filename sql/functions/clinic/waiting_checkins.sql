-- Returns the plans of which a check-in was not read, and their clients, as far as this session may see them. Those of
-- plans that are over count only while a flag of theirs is open.
create or replace function clinic.waiting_checkins()
returns table (plan uuid, client uuid)
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select r.plan, r.client
  from clinic.checkin_records as r
  where r.read_at is null and (r.plan_state in ('issued', 'paused') or r.open_flags > 0)
$$;
