create or replace function operator.practitioner_list()
returns table (
  id uuid, practice uuid, practice_name text, display_name text, login text, is_owner boolean, active boolean,
  valid_until timestamptz)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select
    p.id, p.practice_id, r.name, p.display_name, p.role_name::text, p.is_owner, p.deactivated_at is null,
    p.valid_until
  from clinic.practitioners as p
    join clinic.practices as r using (practice_id)
  order by r.name, lower(p.display_name), p.id
$$;
