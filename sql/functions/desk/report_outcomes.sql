-- Compares the first and the last value of each measure, of clients who have two, by practitioner. A change counts as
-- better when it reaches every threshold that the measure has, and as worse when it reaches any; a percentage says
-- nothing of a first value below 2. Groups of fewer than five clients are counted, and nothing else is told.
create or replace function desk.report_outcomes(since date)
returns table (
  practitioner text, measure text, name text, clients bigint, first_value numeric, last_value numeric, better bigint,
  worse bigint)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  practice constant uuid := clinic.my_practice();
  start constant timestamptz := coalesce(since, '-infinity'::date);
  -- Whose courses go on with what is still open.
  open constant uuid[] := array(
    select distinct coalesce(f.merged_into, f.id)
    from clinic.measured_values as v
      join clinic.clients as f on f.practice_id = v.practice_id and f.id = v.client_id
    where v.practice_id = practice and v.is_open);
begin
  perform clinic.require_sight('list reports');
  return query
    with measures as (
      select distinct m.measure, m.name, m.place, m.direction, m.points, m.percent from clinic.measure_questions as m
    ),
    courses as (
      select k.client_id, k.measure, k.told_at, k.told
      from clinic.client_courses as k
      where k.practice_id = practice and k.client_id <> all (open)
      union all
      select o.* from clinic.courses(practice, open, true) as o
    ),
    -- Materialized, so that each end is looked for once.
    ends as materialized (
      select
        k.client_id, k.measure, k.told[n.before + 1] as first_value, k.told[cardinality(k.told)] as last_value
      from courses as k
        cross join lateral (select width_bucket(start - interval '1 microsecond', k.told_at) as before offset 0) as n
      where cardinality(k.told) - n.before >= 2
    ),
    changes as materialized (
      select
        c.practitioner_id, e.measure, e.first_value, e.last_value, m.points,
        m.direction * (e.last_value - e.first_value) as gain,
        case when e.first_value >= 2 then m.percent * e.first_value / 100 end as share
      from ends as e
        join measures as m using (measure)
        join clinic.visible_clients as c on c.practice_id = practice and c.id = e.client_id
    ),
    groups as (
      select
        h.practitioner_id, h.measure, count(*) as clients, avg(h.first_value) as first_value,
        avg(h.last_value) as last_value,
        count(*) filter (where h.gain > 0 and h.gain >= greatest(h.points, h.share)) as better,
        count(*) filter (where h.gain < 0 and -h.gain >= least(h.points, h.share)) as worse
      from changes as h
      group by h.practitioner_id, h.measure
    )
    select
      p.display_name, g.measure, m.name, g.clients, case when g.clients >= 5 then round(g.first_value, 1) end,
      case when g.clients >= 5 then round(g.last_value, 1) end, case when g.clients >= 5 then g.better end,
      case when g.clients >= 5 then g.worse end
    from groups as g
      join measures as m using (measure)
      join clinic.practitioners as p on p.practice_id = practice and p.id = g.practitioner_id
    order by p.display_name, m.place;
end
$$;
