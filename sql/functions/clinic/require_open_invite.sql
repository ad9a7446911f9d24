-- The invite of a link that still leads to its page, locked until the end of the transaction. Unknown, expired and
-- revoked are one answer. One that was submitted is still open to the drafts that were begun before.
create or replace function clinic.require_open_invite(token_hash bytea)
returns clinic.invites
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  target constant uuid := clinic.follow_link('invite', token_hash);
  invite clinic.invites;
begin
  select i.* into invite
  from clinic.invites as i
  where i.practice_id = (select clinic.my_practice()) and i.id = target
  for update;
  if not found or not clinic.is_live(invite) then
    perform clinic.refuse('PL404', 'invite');
  end if;
  return invite;
end
$$;
