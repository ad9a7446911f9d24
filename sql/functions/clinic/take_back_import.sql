-- Erases the clients of an import with whom nothing has happened since, and returns how many these were. All others
-- stay.
create or replace function clinic.take_back_import(change clinic.undo_log)
returns integer
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  untouched constant uuid[] := array(select clinic.untouched_arrivals(change));
begin
  perform clinic.erase_clients(untouched, '{"clients": 1}');
  perform clinic.audit('client.erase', id, id) from unnest(untouched) as id;
  return cardinality(untouched);
end
$$;
