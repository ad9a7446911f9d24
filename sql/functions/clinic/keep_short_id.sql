-- Returns the short id of a record that comes from elsewhere: the one that it had, or another where that is taken.
create or replace function clinic.keep_short_id(kind text, id uuid, wanted text)
returns text
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  insert into clinic.short_ids (practice_id, short_id, kind, id)
  values (clinic.my_practice(), wanted, keep_short_id.kind, keep_short_id.id)
  on conflict on constraint short_ids_pkey do nothing;
  return case when found then wanted else clinic.new_short_id(keep_short_id.kind, keep_short_id.id) end;
end
$$;
