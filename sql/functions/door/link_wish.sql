-- Keeps that whoever holds a link asks to be called, while it is live, or for a new link, once it has expired. It is
-- all that the practice sees of a form that was not sent. The same again changes nothing, and a link that was withdrawn
-- is an unknown one.
create or replace function door.link_wish(token_hash bytea, kind text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  target constant uuid := clinic.follow_link('invite', token_hash);
  invite clinic.invites;
begin
  select i.* into invite
  from clinic.invites as i
  where i.practice_id = (select clinic.my_practice()) and i.id = target and i.state <> 'revoked';
  if not found
    or link_wish.kind is distinct from (case when clinic.is_live(invite) then 'call' else 'new_link' end)
  then
    perform clinic.refuse('PL404', 'invite');
  end if;
  perform clinic.save_wish(link_wish.kind, invite.client_id, invite => invite.id);
end
$$;
