-- Returns why a message may not be sent now; null if it may.
--
-- Who asked for no more messages gets none. A reminder of an invite is not sent to who refused reminders; what the
-- outbox writes by itself is sent only to who agreed to them. What nobody needs any more is not sent either.
create or replace function clinic.message_bar(message clinic.messages)
returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
declare
  client constant clinic.clients := clinic.present_client(message.client_id);
  invite clinic.invites;
  plan clinic.plans;
begin
  if message.kind = 'notice' then
    return (
      select case when p.email is null or p.deactivated_at is not null then 'the therapist has no address' end
      from clinic.practitioners as p
      where p.practice_id = message.practice_id and p.id = message.practitioner_id);
  end if;
  if client.archived_at is not null then
    return 'the client is archived';
  elsif clinic.wants_no_messages(client.id) then
    return 'the client asked for no more messages';
  elsif message.kind = 'invite_reminder'
    and (clinic.current_consent(client.id, 'consent.reminders')).state = 'refused'
  then
    return 'the client refused reminders';
  elsif message.kind in ('checkin', 'next_visit', 'yearly_review')
    and not clinic.agrees_to_reminders(client.id)
  then
    return 'the client has not agreed to reminders';
  elsif (case message.channel when 'email' then client.email else client.phone end) is null then
    return 'there is no address on record';
  end if;

  if message.kind in ('invite', 'returned', 'invite_reminder', 'new_link') then
    select i.* into invite
    from clinic.invites as i
    where i.practice_id = message.practice_id and i.id = message.target;
    if invite.state = 'submitted' then
      return 'the form was sent';
    elsif not coalesce(clinic.is_live(invite), false) then
      return 'the link has ended';
    end if;
  elsif message.kind <> 'yearly_review' then
    select p.* into plan
    from clinic.plans as p
    where p.practice_id = message.practice_id and p.id = message.target;
    if plan.state is distinct from (case message.kind when 'plan_paused' then 'paused' else 'issued' end)
      and not (message.kind = 'next_visit' and plan.state = 'paused')
    then
      return 'the plan is not ' || case message.kind when 'plan_paused' then 'paused' else 'issued' end;
    elsif message.kind = 'next_visit' and plan.next_visit is distinct from message.visit_on then
      return 'the visit is another day';
    elsif message.kind = 'checkin' and exists (
      select from clinic.checkins as k
      where k.practice_id = plan.practice_id and k.plan_id = plan.id and k.submitted_at >= message.created_at)
    then
      return 'the client has answered';
    end if;
  end if;
  return null;
end
$$;
