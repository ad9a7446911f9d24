-- Ends sessions of practitioners who left, and returns how many it found. To be called until it finds none.
create or replace function desk.closed_sessions_end()
returns integer
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.require_owner();
  return clinic.end_closed_sessions();
end
$$;
