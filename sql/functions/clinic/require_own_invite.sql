-- Returns the row of an invite of a client whom this session may see and has opened.
create or replace function clinic.require_own_invite(reference text)
returns clinic.invites
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  invite clinic.invites;
begin
  perform clinic.require_sight('client ' || r.client)
  from clinic.invite_records as r
  where r.id = clinic.id_of('invite', reference);
  if not found then
    perform clinic.refuse('PL404', 'invite');
  end if;
  select i.* into invite
  from clinic.invites as i
  where i.practice_id = (select clinic.my_practice()) and i.id = clinic.id_of('invite', reference);
  return invite;
end
$$;
