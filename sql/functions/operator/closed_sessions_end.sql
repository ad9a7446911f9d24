-- Ends sessions of practitioners who left a practice, and returns how many it found. To be called until it finds none.
create or replace function operator.closed_sessions_end(practice uuid)
returns integer
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.enter(practice);
  return clinic.end_closed_sessions();
end
$$;
