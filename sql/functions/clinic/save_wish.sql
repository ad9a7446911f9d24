-- Keeps what a client wishes, told from the page of one of the three records, and tells their therapist. Says whether
-- it is new: the same again, while it is not done, changes nothing.
create or replace function clinic.save_wish(
  kind text, client uuid, intake uuid default null, invite uuid default null, plan uuid default null)
returns boolean
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  insert into clinic.wishes (practice_id, client_id, intake_id, invite_id, plan_id, kind)
  values (
    clinic.my_practice(), save_wish.client, save_wish.intake, save_wish.invite, save_wish.plan, save_wish.kind)
  on conflict do nothing;
  if found then
    perform clinic.audit('wish.save', coalesce(intake, invite, plan), client, kind);
    perform clinic.tell_therapist(client);
    return true;
  end if;
  return false;
end
$$;
