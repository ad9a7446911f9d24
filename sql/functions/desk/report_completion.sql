-- Counts how far invites got, by the month in which they were sent.
--
-- A whole practice is read: without loops, because the planner takes every practice for an average one, and would loop
-- over all records of a large one for each of its clients.
create or replace function desk.report_completion(since date)
returns table (
  month date, sent bigint, opened bigint, started bigint, submitted bigint, expired bigint, revoked bigint,
  median_days numeric)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set enable_nestloop = off
as $$
#variable_conflict use_column
begin
  perform clinic.require_sight('list reports');
  return query
    select
      date_trunc('month', i.created_at)::date, count(*), count(i.opened_at), count(i.started_at),
      count(i.submitted_at), count(*) filter (where r.state = 'expired'), count(i.revoked_at),
      round(
        (percentile_cont(0.5) within group (order by extract(epoch from i.submitted_at - i.created_at)) / 86400)
          ::numeric,
        1)
    from clinic.invites as i
      join clinic.invite_records as r on r.id = i.id
    where i.practice_id = (select clinic.my_practice())
      and i.created_at >= coalesce(since, '-infinity'::date)
    group by 1
    order by 1;
end
$$;
