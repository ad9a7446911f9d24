-- Compares pain now (0 to 10) in the first and the last intake of clients who have two, by practitioner. Groups of
-- fewer than five clients are counted but not averaged.
create or replace function desk.report_outcomes(since date)
returns table (practitioner text, clients bigint, first_pain numeric, last_pain numeric)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  perform clinic.require_sight('list reports');
  return query
    select
      t.practitioner, count(*),
      case when count(*) >= 5 then round(avg(t.first_pain), 1) end,
      case when count(*) >= 5 then round(avg(t.last_pain), 1) end
    from (
      select
        c.practitioner, r.client,
        (array_agg((r.answers ->> 'pain.now')::numeric order by r.submitted_at))[1] as first_pain,
        (array_agg((r.answers ->> 'pain.now')::numeric order by r.submitted_at desc))[1] as last_pain
      from clinic.intake_records as r
        join clinic.client_records as c on c.id = r.client
      where jsonb_typeof(r.answers -> 'pain.now') = 'number'
        and r.submitted_at >= coalesce(since, '-infinity'::date)
      group by c.practitioner, r.client
      having count(*) >= 2
    ) as t
    group by t.practitioner
    order by t.practitioner;
end
$$;
