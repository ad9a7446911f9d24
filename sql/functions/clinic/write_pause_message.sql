-- Tells a client that there is something new on the page of their plan, which was just paused.
create or replace function clinic.write_pause_message(plan clinic.plans)
returns void
language sql
set search_path = pg_catalog, pg_temp
as $$
  select clinic.write_message('plan_paused', o.client_id, u.channel, o.target, statement_timestamp())
  from clinic.outbox_links as o
    cross join lateral clinic.usual_channel(o.client_id) as u (channel)
  where o.practice_id = plan.practice_id and o.target = plan.id and u.channel is not null
$$;
