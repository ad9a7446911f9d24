-- Changes the words, the dose, the causes and the picture of an own item, but not its kinds of load. Refused if its
-- version is not `version`.
create or replace function desk.item_edit(
  reference text, item jsonb, picture bytea, picture_words text, version integer)
returns setof clinic.item_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  kept constant clinic.items := clinic.require_item(reference, version);
begin
  update clinic.items as i
  set
    item = item_edit.item, picture = item_edit.picture, picture_words = item_edit.picture_words,
    version = i.version + 1
  where i.practice_id = kept.practice_id and i.id = kept.id;
  perform clinic.audit('item.edit', null, null, kept.id);
  return query select r.* from clinic.item_records as r where r.id = kept.id;
end
$$;
