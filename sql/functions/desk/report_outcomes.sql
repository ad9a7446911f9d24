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
  start constant timestamptz := coalesce(since, '-infinity'::date);
  mine uuid[];
begin
  perform clinic.require_sight('list reports');
  mine := clinic.my_files();
  return query
    with measures as (
      select distinct m.measure, m.name, m.place, m.direction, m.points, m.percent
      from clinic.measure_questions as m
    ),
    courses as (
      select
        coalesce(f.merged_into, f.id) as client, v.measure,
        (array_agg(v.value order by v.submitted_at, v.id))[1] as first_value,
        (array_agg(v.value order by v.submitted_at desc, v.id desc))[1] as last_value
      from clinic.measured_values as v
        join clinic.clients as f on f.practice_id = v.practice_id and f.id = v.client_id
      where v.practice_id = (select clinic.my_practice())
        and v.client_id = any (mine)
        and v.submitted_at >= start
      group by coalesce(f.merged_into, f.id), v.measure
      having count(*) >= 2
    ),
    changes as (
      select
        -- Looked up for each: the planner takes every practice for an average one, and would go through all changes for
        -- each client of a large one.
        (
          select p.practitioner_id
          from clinic.clients as p
          where p.practice_id = (select clinic.my_practice()) and p.id = c.client
        ) as practitioner_id,
        c.first_value, c.last_value, m.measure, m.name, m.place, m.points,
        m.direction * (c.last_value - c.first_value) as gain,
        case when c.first_value >= 2 then m.percent * c.first_value / 100 end as share
      from courses as c
        join measures as m using (measure)
    ),
    groups as (
      select
        h.practitioner_id, h.measure, h.name, h.place, count(*) as clients, avg(h.first_value) as first_value,
        avg(h.last_value) as last_value,
        count(*) filter (where h.gain > 0 and h.gain >= greatest(h.points, h.share)) as better,
        count(*) filter (where h.gain < 0 and -h.gain >= least(h.points, h.share)) as worse
      from changes as h
      group by h.practitioner_id, h.measure, h.name, h.place
    )
    select
      p.display_name, g.measure, g.name, g.clients, case when g.clients >= 5 then round(g.first_value, 1) end,
      case when g.clients >= 5 then round(g.last_value, 1) end, case when g.clients >= 5 then g.better end,
      case when g.clients >= 5 then g.worse end
    from groups as g
      join clinic.practitioners as p on p.practice_id = (select clinic.my_practice()) and p.id = g.practitioner_id
    order by p.display_name, g.place;
end
$$;
