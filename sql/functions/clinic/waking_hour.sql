-- Returns the time itself if it is between eight in the morning and eight in the evening in the practice's time zone,
-- and otherwise the next morning at eight.
create or replace function clinic.waking_hour(at timestamptz)
returns timestamptz
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select
    case
      when l.clock < l.clock::date + time '08:00' then (l.clock::date + time '08:00') at time zone p.time_zone
      when l.clock < l.clock::date + time '20:00' then waking_hour.at
      else (l.clock::date + 1 + time '08:00') at time zone p.time_zone
    end
  from clinic.practices as p
    cross join lateral (select waking_hour.at at time zone p.time_zone as clock) as l
  where p.practice_id = (select clinic.my_practice())
$$;
