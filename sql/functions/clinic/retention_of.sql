-- Returns the day until which a client's health records must be kept, and the rule; no row if there are no records. The
-- years count from the last entry, and for a minor from the 18th birthday.
create or replace function clinic.retention_of(client uuid)
returns table (rule text, until date)
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select
    case
      when last_entry < adult_on then
        'health records of a minor, ' || retention_years || ' years from age 18'
      else 'health records, ' || retention_years || ' years from the last entry'
    end,
    (greatest(last_entry, adult_on) + make_interval(years => retention_years))::date
  from (
    select
      p.retention_years,
      (
        select (max(c.birth_date) + interval '18 years')::date
        from clinic.clients as c
        where c.practice_id = p.practice_id and c.id = client) as adult_on,
      (
        select max(entry.at)::date
        from (
          select i.submitted_at as at
          from clinic.intakes as i
          where i.practice_id = p.practice_id and i.client_id in (select clinic.client_ids(client))
          union all
          select e.recorded_at
          from clinic.evaluations as e
          where e.practice_id = p.practice_id and e.client_id in (select clinic.client_ids(client))
          union all
          select coalesce(l.issued_at, l.created_at)
          from clinic.plans as l
          where l.practice_id = p.practice_id and l.client_id in (select clinic.client_ids(client))
        ) as entry) as last_entry
    from clinic.practices as p
    where p.practice_id = (select clinic.my_practice())
  ) as facts
  where last_entry is not null
$$;
