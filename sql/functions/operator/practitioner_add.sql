-- Creates a therapist's login and makes it a member of a practice. `verifier` is a SCRAM-SHA-256 verifier, or null for
-- peer authentication.
create or replace function operator.practitioner_add(
  id uuid, practice uuid, display_name text, login text, verifier text, is_owner boolean, valid_until timestamptz)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.enter(practice);
  if not exists (select from clinic.practices as p where p.practice_id = practice) then
    perform clinic.refuse('PL404', 'practice');
  end if;
  insert into clinic.logins (role_name, practice_id, practitioner_id, valid_until)
  values (login, practice, practitioner_add.id, practitioner_add.valid_until);
  insert into clinic.practitioners (practice_id, id, display_name, role_name, is_owner, valid_until)
  values (
    practice, practitioner_add.id, practitioner_add.display_name, login, practitioner_add.is_owner,
    practitioner_add.valid_until);
  perform registrar.open_login(login, verifier, practitioner_add.valid_until);
  perform clinic.audit('practitioner.add', practitioner_add.id, null);
end
$$;
