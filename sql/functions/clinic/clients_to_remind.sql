-- Returns the clients of the practice who have agreed to reminders, as they are now, and how each is reached. In one
-- pass over the practice, because it is asked for all of them every minute; of one client clinic.agrees_to_reminders
-- and clinic.usual_channel say the same.
create or replace function clinic.clients_to_remind()
returns table (client_id uuid, channel text)
language sql
stable
rows 1000
set search_path = pg_catalog, pg_temp
as $$
  with said as (
    select distinct on (coalesce(own.merged_into, own.id))
      coalesce(own.merged_into, own.id) as client_id, e.states ->> 'consent.reminders' as state
    from clinic.consent_entries as e
      join clinic.clients as own on own.practice_id = e.practice_id and own.id = e.client_id
    where e.practice_id = (select clinic.my_practice()) and e.states ? 'consent.reminders'
    order by coalesce(own.merged_into, own.id), e.at desc
  )
  select c.id, case when c.email is not null then 'email' else 'sms' end
  from said as s
    join clinic.clients as c on c.practice_id = (select clinic.my_practice()) and c.id = s.client_id
  where s.state in ('given', 'renewed', 'overridden')
    and c.archived_at is null
    and (c.email is not null or c.phone is not null)
$$;
