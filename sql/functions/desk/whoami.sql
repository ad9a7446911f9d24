create or replace function desk.whoami()
returns table (id uuid, display_name text, is_owner boolean, practice_name text)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select p.id, p.display_name, p.is_owner, r.name
  from clinic.practitioners as p
    join clinic.practices as r on r.practice_id = p.practice_id
  where p.practice_id = (select clinic.my_practice()) and p.id = (select clinic.my_id())
$$;
