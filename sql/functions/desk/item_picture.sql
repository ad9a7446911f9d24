-- Returns the picture of an own item as JPEG, with the words for a person who cannot see it; no row if it has none.
create or replace function desk.item_picture(item text)
returns table (picture bytea, words text)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select i.picture, i.picture_words
  from clinic.items as i
  where i.practice_id = (select clinic.my_practice()) and i.id = item_picture.item and i.picture is not null
$$;
