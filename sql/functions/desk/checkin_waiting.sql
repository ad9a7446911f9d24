-- Returns what is needed to tell which check-ins wait for this therapist: all those of each plan of which one was not
-- read, oldest first. Those of plans that are over count only while a flag of theirs is open. The list of the day, and
-- each of their clients, must have been opened (desk.checkin_waiting_open): nobody is left out, since one of them may
-- be in danger.
create or replace function desk.checkin_waiting()
returns setof clinic.checkin_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.require_member();
  perform clinic.require_sight('list today');
  perform clinic.audit('checkin.list', null, null);
  return query
    with waiting as materialized (
      select r.*
      from clinic.checkin_records as r
      where r.plan in (select w.plan from clinic.waiting_checkins() as w)
    )
    select w.*
    from waiting as w
      cross join lateral clinic.require_sight('client ' || w.client)
    order by w.submitted_at, w.id;
end
$$;
