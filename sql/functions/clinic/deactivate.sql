-- Ends a practitioner's access: closes the login and gives the clients to a successor. What sessions the login still
-- has may do nothing from the commit on, and are ended after it (clinic.end_closed_sessions).
create or replace function clinic.deactivate(leaver clinic.practitioners, successor clinic.practitioners)
returns bigint
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  moved bigint;
begin
  if leaver.id = successor.id then
    perform clinic.refuse('PL422', 'somebody else takes over the clients');
  end if;
  if leaver.is_owner and not exists (
    select from clinic.practitioners as p
    where p.practice_id = leaver.practice_id and p.is_owner and p.deactivated_at is null and p.id <> leaver.id)
  then
    perform clinic.refuse('PL409', 'a practice keeps an owner');
  end if;
  moved := clinic.transfer_clients(leaver.id, successor.id);
  delete from clinic.client_shares as s
  where s.practice_id = leaver.practice_id and s.practitioner_id = leaver.id;
  update clinic.practitioners as p
  set deactivated_at = now()
  where p.practice_id = leaver.practice_id and p.id = leaver.id;
  perform clinic.enter(leaver.practice_id);
  update clinic.logins as l
  set active = false
  where l.role_name = leaver.role_name;
  perform registrar.close_login(leaver.role_name::text);
  perform clinic.audit('practitioner.deactivate', leaver.id, null);
  return moved;
end
$$;
