create or replace function desk.practitioner_transfer(from_reference text, to_reference text)
returns bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  giver constant clinic.practitioners := clinic.require_practitioner(from_reference);
  taker constant clinic.practitioners := clinic.require_practitioner(to_reference);
begin
  perform clinic.require_owner();
  return clinic.transfer_clients(giver.id, taker.id);
end
$$;
