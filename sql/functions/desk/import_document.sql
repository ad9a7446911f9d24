-- Takes a document of an issued plan over from an archive, byte for byte.
create or replace function desk.import_document(plan uuid, variant text, bytes bytea)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.require_arriving();
  insert into clinic.plan_documents (practice_id, plan_id, variant, bytes)
  values (clinic.my_practice(), plan, variant, bytes);
end
$$;
