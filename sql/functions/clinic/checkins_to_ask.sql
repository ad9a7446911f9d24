-- Returns the plans of the practice whose clients are to be asked how it is going, if they agree to reminders: a week
-- after the last check-in of an issued plan, or after the last invitation to one, until three in a row were not
-- answered.
--
-- Only plans whose time to be looked at has come are looked at, so that it takes no longer in a large practice, and at
-- most 200 of them: the others come with the next call. Each gets its next time. That is the day on which it is due;
-- a week from now where three invitations were not answered, since an answer is a week older than the next one; and
-- otherwise an hour from now, because nothing tells this function that a client agreed or a plan was resumed.
create or replace function clinic.checkins_to_ask()
returns table (client_id uuid, plan uuid)
language sql
set search_path = pg_catalog, pg_temp
as $$
  with looked as materialized (
    select o.practice_id, o.target
    from clinic.outbox_links as o
    where o.practice_id = (select clinic.my_practice()) and o.look_at <= statement_timestamp()
    order by o.look_at
    limit 200
    for update skip locked
  ),
  found as materialized (
    select
      l.target, p.client_id, p.state, asked.sent, greatest(told.at, asked.at) + interval '7 days' as due_at
    from looked as l
      left join (
        clinic.plans as p
          join clinic.plan_copies as c
            on c.practice_id = p.practice_id and c.plan_id = p.id and c.expires_at > statement_timestamp()
      ) on p.practice_id = l.practice_id and p.id = l.target and p.state in ('issued', 'paused')
      left join lateral (
        select coalesce(max(k.submitted_at), p.issued_at) as at
        from clinic.checkins as k
        where k.practice_id = p.practice_id and k.plan_id = p.id) as told on true
      left join lateral (
        select count(*) as sent, max(m.created_at) as at
        from clinic.messages as m
        where m.practice_id = p.practice_id and m.client_id = p.client_id and m.kind = 'checkin'
          and m.target = p.id and m.created_at >= told.at) as asked on true
  ),
  put_off as (
    update clinic.outbox_links as o
    set look_at = case
      when f.state is null then null
      when f.sent >= 3 then statement_timestamp() + interval '7 days'
      when f.due_at > statement_timestamp() then f.due_at
      else statement_timestamp() + interval '1 hour'
    end
    from found as f
    where o.practice_id = (select clinic.my_practice()) and o.target = f.target
  )
  select f.client_id, f.target
  from found as f
  where f.state = 'issued' and f.sent < 3 and f.due_at <= statement_timestamp()
$$;
