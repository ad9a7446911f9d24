create or replace function desk.practitioner_list()
returns table (
  id uuid, display_name text, login text, is_owner boolean, active boolean, valid_until timestamptz, clients bigint)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select
    p.id, p.display_name, p.role_name::text, p.is_owner, p.deactivated_at is null, p.valid_until,
    case
      when (select clinic.is_owner()) then (
        select count(*) from clinic.clients as c
        where c.practice_id = p.practice_id and c.practitioner_id = p.id and c.merged_into is null)
    end
  from clinic.practitioners as p
  where p.practice_id = (select clinic.my_practice())
  order by lower(p.display_name), p.id
$$;
