-- Sends an invite to its client, with reminders so many hours before nine in the morning of the day of a visit; those
-- whose time is over are left out. To who was sent a form back it says so. Returns the messages and when they are due.
create or replace function desk.invite_send(
  reference text, channel text, visit_on date default null, reminders jsonb default '[]')
returns table (kind text, due_at timestamptz)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  invite constant clinic.invites := clinic.require_own_invite(reference);
  word constant text := case (
    select i.state
    from clinic.intakes as i
    where i.practice_id = invite.practice_id and i.client_id = invite.client_id
    order by i.submitted_at desc
    limit 1) when 'returned' then 'returned' else 'invite' end;
begin
  if invite_send.visit_on < clinic.today() then
    perform clinic.refuse('PL422', 'the day of the visit is over');
  end if;
  perform clinic.audit('invite.send', invite.id, invite.client_id);
  return query
    select word, clinic.send_message(
      word, invite.client_id, invite_send.channel, invite.id, statement_timestamp(), invite_send.visit_on);
  return query
    select 'invite_reminder', clinic.send_message(
      'invite_reminder', invite.client_id, invite_send.channel, invite.id, r.at, invite_send.visit_on)
    from clinic.practices as p
      cross join jsonb_array_elements_text(invite_send.reminders) as h (hours)
      cross join lateral (
        select (invite_send.visit_on + time '09:00') at time zone p.time_zone - make_interval(hours => h.hours::integer)
          as at) as r
    where p.practice_id = invite.practice_id and r.at > statement_timestamp()
    order by r.at;
end
$$;
