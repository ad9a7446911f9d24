-- Writes the messages of a practice whose cause is the day, each once, for clients who agreed to reminders: a week
-- after the last check-in of an issued plan, or after the last invitation to one, until three in a row were not
-- answered; two days before the next visit; and when somebody in care has told about their health more than a year ago.
create or replace function outbox.schedule(practice uuid)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  today date;
begin
  perform clinic.enter(schedule.practice);
  today := clinic.today();
  perform clinic.write_message('checkin', p.client_id, u.channel, p.id, statement_timestamp(), null, today)
  from clinic.plans as p
    join clinic.outbox_links as o on o.practice_id = p.practice_id and o.target = p.id
    join clinic.plan_copies as c
      on c.practice_id = p.practice_id and c.plan_id = p.id and c.expires_at > statement_timestamp()
    cross join lateral clinic.usual_channel(p.client_id) as u (channel)
    cross join lateral (
      select coalesce(max(k.submitted_at), p.issued_at) as at
      from clinic.checkins as k
      where k.practice_id = p.practice_id and k.plan_id = p.id) as told
    cross join lateral (
      select count(*) as sent, max(m.created_at) as at
      from clinic.messages as m
      where m.practice_id = p.practice_id and m.client_id = p.client_id and m.kind = 'checkin'
        and m.target = p.id and m.created_at >= told.at) as asked
  where p.practice_id = schedule.practice
    and p.state = 'issued'
    and u.channel is not null
    and asked.sent < 3
    and greatest(told.at, asked.at) <= statement_timestamp() - interval '7 days'
    and clinic.agrees_to_reminders(p.client_id);

  perform clinic.write_message(
    'next_visit', p.client_id, u.channel, p.id, statement_timestamp(), p.next_visit, p.next_visit)
  from clinic.plans as p
    cross join lateral clinic.usual_channel(p.client_id) as u (channel)
  where p.practice_id = schedule.practice
    and p.state in ('issued', 'paused')
    and p.next_visit between today + 1 and today + 2
    and u.channel is not null
    and clinic.agrees_to_reminders(p.client_id);

  perform clinic.write_message(
    'yearly_review', c.id, u.channel, null, statement_timestamp(), null, (told.at + interval '1 year')::date)
  from clinic.clients as c
    cross join lateral clinic.usual_channel(c.id) as u (channel)
    cross join lateral (
      select max(i.submitted_at) as at
      from clinic.intakes as i
      where i.practice_id = c.practice_id and i.client_id = c.id and i.state <> 'returned') as told
  where c.practice_id = schedule.practice
    and c.merged_into is null
    and c.archived_at is null
    and told.at between statement_timestamp() - interval '13 months' and statement_timestamp() - interval '1 year'
    and u.channel is not null
    and exists (
      select from clinic.plans as p
      where p.practice_id = c.practice_id and p.client_id = c.id
        and p.issued_at > statement_timestamp() - interval '1 year')
    and clinic.agrees_to_reminders(c.id);
end
$$;
