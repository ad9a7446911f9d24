-- Takes an own item out of use: no plan takes it in any more. Plans that were issued stay as they are. Refused if its
-- version is not `version`.
create or replace function desk.item_retire(reference text, version integer)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  kept constant clinic.items := clinic.require_item(reference, version);
begin
  update clinic.items as i
  set retired_at = now(), version = i.version + 1
  where i.practice_id = kept.practice_id and i.id = kept.id;
  perform clinic.audit('item.retire', null, null, kept.id);
end
$$;
