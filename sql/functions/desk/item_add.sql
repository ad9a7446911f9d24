-- Keeps an own item of the practice under an id that it never had before. `item` is as in clinic.items.
create or replace function desk.item_add(id text, item jsonb, picture bytea, picture_words text)
returns setof clinic.item_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.require_member();
  insert into clinic.items (practice_id, id, item, picture, picture_words, added_by)
  values (
    clinic.my_practice(), item_add.id, item_add.item, item_add.picture, item_add.picture_words, clinic.my_id())
  on conflict on constraint items_pkey do nothing;
  if not found then
    perform clinic.refuse('PL409', 'the practice has, or had, an item ' || item_add.id);
  end if;
  perform clinic.audit('item.add', null, null, item_add.id);
  return query select r.* from clinic.item_records as r where r.id = item_add.id;
end
$$;
