-- Counts the red flags that were raised, and what was done about them.
create or replace function desk.report_flags(since date)
returns table (
  flag text, urgency text, title text, raised bigint, open bigint, referred bigint, adapted bigint,
  proceeded bigint)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  mine uuid[];
begin
  perform clinic.require_sight('list reports');
  mine := clinic.my_files();
  return query
    select
      f.flag, f.urgency, max(f.title), count(*), count(*) filter (where f.acknowledged_at is null),
      count(*) filter (where f.action = 'refer'), count(*) filter (where f.action = 'adapt'),
      count(*) filter (where f.action = 'proceed')
    from clinic.intake_flags as f
      join clinic.intakes as i on i.practice_id = f.practice_id and i.id = f.intake_id
    where f.practice_id = (select clinic.my_practice())
      and i.client_id = any (mine)
      and f.raised_at >= coalesce(since, '-infinity'::date)
    group by f.flag, f.urgency
    order by array_position(array['emergency', 'urgent', 'refer', 'caution'], f.urgency), count(*) desc, f.flag;
end
$$;
