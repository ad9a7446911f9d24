-- The day until which a client's health records must be kept, and the rule; no row for a client without records. The
-- years count from the last entry, and for a minor from the 18th birthday.
create or replace view clinic.retentions
with (security_invoker)
as
select
  f.practice_id, f.client,
  case
    when f.last_entry < f.adult_on then
      'health records of a minor, ' || f.retention_years || ' years from age 18'
    else 'health records, ' || f.retention_years || ' years from the last entry'
  end as rule,
  (greatest(f.last_entry, f.adult_on) + make_interval(years => f.retention_years))::date as until
from (
  select
    l.practice_id, l.client, (l.last_at at time zone p.time_zone)::date as last_entry, p.retention_years,
    (c.birth_date + interval '18 years')::date as adult_on
  from (
    select e.practice_id, coalesce(own.merged_into, own.id) as client, max(e.at) as last_at
    from clinic.clients as own
      join clinic.record_entries as e on e.practice_id = own.practice_id and e.client_id = own.id
    group by e.practice_id, coalesce(own.merged_into, own.id)
  ) as l
    join clinic.clients as c on c.practice_id = l.practice_id and c.id = l.client
    join clinic.practices as p on p.practice_id = l.practice_id
) as f;
