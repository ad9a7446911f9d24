-- Refuses to make a plan for a client from another client's records, or from an intake that is not accepted.
create or replace function clinic.refuse_foreign_basis(
  client uuid, basis clinic.intakes, examined clinic.evaluations)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if basis.client_id not in (select clinic.client_ids(refuse_foreign_basis.client))
    or examined.client_id not in (select clinic.client_ids(refuse_foreign_basis.client))
  then
    perform clinic.refuse('PL422', 'the intake and the evaluation of a plan are its client''s');
  elsif basis.state <> 'accepted' then
    perform clinic.refuse('PL423', 'the intake is not accepted');
  end if;
end
$$;
