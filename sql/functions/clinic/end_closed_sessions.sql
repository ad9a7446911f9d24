-- Ends the sessions that are left of logins which the practice has closed, as registrar.end_sessions says.
create or replace function clinic.end_closed_sessions()
returns integer
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  return registrar.end_sessions(
    array(
      select p.role_name::text
      from clinic.practitioners as p
      where p.practice_id = (select clinic.my_practice()) and p.deactivated_at is not null));
end
$$;
