-- Reminds a client of an invite that was sent to them, once a day at most. Returns when the message is due.
create or replace function desk.invite_remind(reference text)
returns table (due_at timestamptz)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  invite constant clinic.invites := clinic.require_own_invite(reference);
  sent clinic.messages;
begin
  select m.* into sent
  from clinic.messages as m
  where m.practice_id = invite.practice_id and m.client_id = invite.client_id and m.target = invite.id
  order by m.created_at desc
  limit 1;
  if exists (
    select
    from clinic.messages as m
    where m.practice_id = invite.practice_id and m.client_id = invite.client_id and m.target = invite.id
      and m.kind = 'invite_reminder'
      and (
        m.handed_over_at > statement_timestamp() - interval '1 day'
        or (m.state = 'waiting' and m.next_try_at < statement_timestamp() + interval '1 day')))
  then
    perform clinic.refuse('PL409', 'a reminder of this invite goes out within a day, or did so less than a day ago');
  end if;
  perform clinic.audit('invite.remind', invite.id, invite.client_id);
  return query
    select clinic.send_message(
      'invite_reminder', invite.client_id, coalesce(sent.channel, clinic.usual_channel(invite.client_id), 'email'),
      invite.id, statement_timestamp(), sent.visit_on);
end
$$;
