-- Returns the evaluations, drafts and visits that `today` counts, with their clients. Those that have waited longest
-- come first.
create or replace function desk.today_records()
returns table (need text, short_id text, client_name text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  perform clinic.require_sight('list today');
  return query
    select w.need, w.short_id, w.client_name
    from (
      select 'evaluations_unsigned', r.short_id, r.client_name, r.recorded_at
      from clinic.evaluation_records as r
      where r.state = 'draft'
      union all
      select 'plans_in_draft', r.short_id, r.client_name, r.created_at
      from clinic.plan_records as r
      where r.state = 'draft'
      union all
      select 'visits_due', r.short_id, r.client_name, r.next_visit::timestamptz
      from clinic.plan_records as r
      where r.state = 'issued' and r.next_visit <= current_date
    ) as w (need, short_id, client_name, since)
    order by w.since;
end
$$;
