-- Writes the messages of a practice whose cause is the day, each once, for clients who agreed to reminders: an
-- invitation to a check-in (clinic.checkins_to_ask); two days before the next visit; and when somebody in care has told
-- about their health more than a year ago. It is asked every minute, so each of these is found by an index, and what a
-- client agreed to is read of those alone to whom something is due.
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
  perform clinic.write_message(
    d.kind, d.client_id, r.channel, d.target, statement_timestamp(), d.visit_on, d.occasion)
  from (
    select d.*
    from (
      select 'checkin' as kind, a.client_id, a.plan as target, null::date as visit_on, today as occasion
      from clinic.checkins_to_ask() as a
      union all
      select 'next_visit', p.client_id, p.id, p.next_visit, p.next_visit
      from clinic.plans as p
      where p.practice_id = schedule.practice and p.state in ('issued', 'paused')
        and p.next_visit between today + 1 and today + 2
      union all
      select 'yearly_review', i.client_id, null, null, (i.submitted_at + interval '1 year')::date
      from clinic.intakes as i
        join clinic.clients as c on c.practice_id = i.practice_id and c.id = i.client_id and c.merged_into is null
      where i.practice_id = schedule.practice and i.state <> 'returned'
        and i.submitted_at between statement_timestamp() - interval '13 months'
          and statement_timestamp() - interval '1 year'
        and not exists (
          select from clinic.intakes as later
          where later.practice_id = i.practice_id and later.client_id = i.client_id and later.state <> 'returned'
            and later.submitted_at > i.submitted_at)
        and exists (
          select from clinic.plans as p
          where p.practice_id = i.practice_id and p.client_id = i.client_id
            and p.issued_at > statement_timestamp() - interval '1 year')
    ) as d
    where not exists (
      select from clinic.messages as m
      where m.practice_id = schedule.practice and m.client_id = d.client_id and m.kind = d.kind
        and m.occasion = d.occasion)
    -- Keeps what is due apart from what is asked of each, which takes longer.
    offset 0
  ) as d
    cross join lateral (select clinic.reminder_channel(d.client_id) as channel offset 0) as r
  where r.channel is not null;
end
$$;
