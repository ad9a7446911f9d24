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
  perform clinic.write_message(
    d.kind, d.client_id, d.channel, d.target, statement_timestamp(), d.visit_on, d.occasion)
  from (
    with reminded as materialized (
      select own.id, r.channel
      from clinic.clients_to_remind() as r
        join clinic.clients as own
          on own.practice_id = schedule.practice and coalesce(own.merged_into, own.id) = r.client_id
    )
    select 'checkin' as kind, p.client_id, r.channel, p.id as target, null::date as visit_on, today as occasion
    from reminded as r
      join clinic.plans as p on p.practice_id = schedule.practice and p.client_id = r.id and p.state = 'issued'
      join clinic.outbox_links as o on o.practice_id = p.practice_id and o.target = p.id
      join clinic.plan_copies as c
        on c.practice_id = p.practice_id and c.plan_id = p.id and c.expires_at > statement_timestamp()
      cross join lateral (
        select coalesce(max(k.submitted_at), p.issued_at) as at
        from clinic.checkins as k
        where k.practice_id = p.practice_id and k.plan_id = p.id) as told
      cross join lateral (
        select count(*) as sent, max(m.created_at) as at
        from clinic.messages as m
        where m.practice_id = p.practice_id and m.client_id = p.client_id and m.kind = 'checkin'
          and m.target = p.id and m.created_at >= told.at) as asked
    where asked.sent < 3
      and greatest(told.at, asked.at) <= statement_timestamp() - interval '7 days'
    union all
    select 'next_visit', p.client_id, r.channel, p.id, p.next_visit, p.next_visit
    from reminded as r
      join clinic.plans as p on p.practice_id = schedule.practice and p.client_id = r.id
    where p.state in ('issued', 'paused')
      and p.next_visit between today + 1 and today + 2
    union all
    select 'yearly_review', c.id, r.channel, null, null, (told.at + interval '1 year')::date
    from reminded as r
      join clinic.clients as c on c.practice_id = schedule.practice and c.id = r.id and c.merged_into is null
      cross join lateral (
        select max(i.submitted_at) as at
        from clinic.intakes as i
        where i.practice_id = c.practice_id and i.client_id = c.id and i.state <> 'returned') as told
    where told.at between statement_timestamp() - interval '13 months' and statement_timestamp() - interval '1 year'
      and exists (
        select from clinic.plans as p
        where p.practice_id = c.practice_id and p.client_id = c.id
          and p.issued_at > statement_timestamp() - interval '1 year')
  ) as d
  where not exists (
    select from clinic.messages as m
    where m.practice_id = schedule.practice and m.client_id = d.client_id and m.kind = d.kind
      and m.occasion = d.occasion);
end
$$;
