-- Returns what clients told of each measure, and when, oldest first, from the records that are theirs by now: of those
-- that are closed, or of all.
create or replace function clinic.courses(practice uuid, clients uuid[], with_open boolean)
returns table (client_id uuid, measure text, told_at timestamptz[], told numeric[])
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select
    coalesce(f.merged_into, f.id), v.measure, array_agg(v.submitted_at order by v.submitted_at, v.id),
    array_agg(v.value order by v.submitted_at, v.id)
  from clinic.measured_values as v
    join clinic.clients as f on f.practice_id = v.practice_id and f.id = v.client_id
  where v.practice_id = courses.practice
    and v.client_id = any (array(
      select c.id
      from clinic.clients as c
      where c.practice_id = courses.practice
        and (c.merged_into = any (courses.clients) or c.merged_into is null and c.id = any (courses.clients))))
    and (courses.with_open or not v.is_open)
  group by coalesce(f.merged_into, f.id), v.measure
$$;
