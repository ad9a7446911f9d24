-- Sends a new link, to the address on record and nowhere else, to the client whose link has expired before they sent
-- the form; its secret is sealed to the outbox's key. Twice a day at most, and five times in all; whoever asks again
-- then is answered as before. The outcome is `told` when there is no address, or the client asked for no messages:
-- then the practice is to be told (door.link_wish).
create or replace function door.link_renew(token_hash bytea, new_hash bytea, sealed bytea)
returns table (outcome text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  target constant uuid := clinic.follow_link('invite', token_hash);
  invite clinic.invites;
  channel text;
  message clinic.messages;
  renewed integer;
begin
  -- Those who press the button at once take turns.
  select i.* into invite
  from clinic.invites as i
  where i.practice_id = (select clinic.my_practice()) and i.id = target and i.state <> 'revoked'
  for update;
  if not found or clinic.is_live(invite) then
    perform clinic.refuse('PL404', 'invite');
  end if;
  channel := clinic.usual_channel(invite.client_id);
  if invite.state = 'submitted' or channel is null
    or clinic.wants_no_messages(invite.client_id)
  then
    return query select 'told';
    return;
  end if;
  select count(*) filter (where m.created_at > statement_timestamp() - interval '1 day') / 2 + count(*) / 5
  into renewed
  from clinic.messages as m
  where m.practice_id = invite.practice_id and m.client_id = invite.client_id and m.kind = 'new_link';
  if renewed = 0 then
    perform clinic.write_message(
      'new_link', invite.client_id, channel, clinic.invite_again(invite.client_id, new_hash, sealed),
      statement_timestamp());
  end if;
  return query select 'sent';
end
$$;
