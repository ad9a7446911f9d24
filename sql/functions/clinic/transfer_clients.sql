-- Gives all clients of one practitioner to another and returns how many there were.
create or replace function clinic.transfer_clients(from_practitioner uuid, to_practitioner uuid)
returns bigint
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  moved bigint;
begin
  update clinic.clients as c
  set practitioner_id = to_practitioner
  where c.practice_id = (select clinic.my_practice()) and c.practitioner_id = from_practitioner;
  get diagnostics moved = row_count;
  perform clinic.audit(
    'practitioner.transfer', from_practitioner, null, moved || ' clients to ' || to_practitioner);
  return moved;
end
$$;
