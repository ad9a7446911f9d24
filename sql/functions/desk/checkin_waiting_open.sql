-- Opens the list of the day, and the clients of whom desk.checkin_waiting shows check-ins: those who are not open yet.
create or replace function desk.checkin_waiting_open()
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.require_member();
  if not clinic.has_sight('list today') then
    perform clinic.open_sight('list today', null);
  end if;
  perform clinic.open_sight('client ' || c.client, c.client)
  from (select distinct w.client from clinic.waiting_checkins() as w) as c
  where not clinic.has_sight('client ' || c.client);
end
$$;
