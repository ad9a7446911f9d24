-- Returns the check-ins of all clients that the caller may see, newest first, without what the clients told: at most
-- `most`, or with null all. The newest are found first, so that no other is read.
create or replace function desk.checkin_index(most integer default null)
returns table (
  id uuid, short_id text, client uuid, client_name text, plan uuid, form text, submitted_at timestamptz,
  open_flags bigint, read_at timestamptz, read_by text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  mine uuid[];
  newest uuid[];
begin
  perform clinic.require_sight('list checkins');
  mine := clinic.my_files();
  newest := array(
    select k.id
    from clinic.checkins as k
    where k.practice_id = (select clinic.my_practice()) and k.client_id = any (mine)
    order by k.submitted_at desc, k.id desc
    limit most);
  return query
    select r.id, r.short_id, r.client, r.client_name, r.plan, r.form, r.submitted_at, r.open_flags, r.read_at, r.read_by
    from clinic.checkin_records as r
    where r.id = any (newest)
    order by r.submitted_at desc, r.id desc;
end
$$;
