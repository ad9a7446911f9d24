create or replace function desk.intake_list(to_review_only boolean)
returns table (
  id uuid, short_id text, client uuid, client_name text, submitted_at timestamptz, state text, open_flags bigint,
  highest_urgency text)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select r.id, r.short_id, r.client, r.client_name, r.submitted_at, r.state, r.open_flags, r.highest_urgency
  from clinic.intake_records as r
  where not to_review_only or r.state in ('submitted', 'flagged', 'amended')
  order by r.submitted_at desc, r.id
$$;
