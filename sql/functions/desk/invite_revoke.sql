create or replace function desk.invite_revoke(reference text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  invite clinic.invites := clinic.require_own_invite(reference);
begin
  -- Once more, because the client may be sending the form.
  select i.* into invite
  from clinic.invites as i
  where i.practice_id = invite.practice_id and i.id = invite.id
  for update;
  if invite.state = 'submitted' then
    perform clinic.refuse('PL409', 'the form was sent already');
  elsif invite.state <> 'revoked' then
    update clinic.invites as i
    set state = 'revoked', revoked_at = now()
    where i.practice_id = invite.practice_id and i.id = invite.id;
    delete from clinic.drafts as d
    where d.practice_id = invite.practice_id and d.invite_id = invite.id;
    delete from clinic.outbox_links as o
    where o.practice_id = invite.practice_id and o.target = invite.id;
    perform clinic.audit('invite.revoke', invite.id, invite.client_id);
  end if;
end
$$;
