-- Returns an own item of the practice, locked, that is not retired. Refuses if its version is not `version`.
create or replace function clinic.require_item(reference text, version integer)
returns clinic.items
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  kept clinic.items;
begin
  select i.* into kept
  from clinic.items as i
  where i.practice_id = (select clinic.my_practice()) and i.id = reference
  for update;
  if kept.id is null then
    perform clinic.refuse('PL404', 'item');
  elsif kept.retired_at is not null then
    perform clinic.refuse('PL409', 'the item is retired');
  elsif require_item.version <> kept.version then
    perform clinic.refuse('PL412', 'the item was changed by somebody else meanwhile');
  end if;
  return kept;
end
$$;
