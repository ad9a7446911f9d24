-- Returns the practices. Nothing of their clients is in the answer.
create or replace function operator.practice_list()
returns table (id uuid, name text, created_at timestamptz)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select p.practice_id, p.name, p.created_at
  from clinic.practices as p
  order by p.created_at, p.practice_id
$$;
