-- Returns a practitioner who works in the practice now, by id, login or display name.
create or replace function clinic.require_practitioner(reference text)
returns clinic.practitioners
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
declare
  colleague clinic.practitioners;
begin
  select p.* into strict colleague
  from clinic.practitioners as p
  where p.practice_id = (select clinic.my_practice())
    and p.deactivated_at is null
    and (p.id::text = lower(reference) or p.role_name = reference or lower(p.display_name) = lower(reference));
  return colleague;
exception
  when no_data_found then
    perform clinic.refuse('PL404', 'practitioner');
  when too_many_rows then
    perform clinic.refuse('PL409', 'several practitioners have this name; use the id');
end
$$;
