-- Returns intakes, newest first. Open intakes and all intakes are two queries, because only the first is answered by
-- the index of open intakes.
create or replace function desk.intake_list(to_review_only boolean)
returns table (
  id uuid, short_id text, client uuid, client_name text, submitted_at timestamptz, state text, open_flags bigint,
  highest_urgency text, ordinal integer)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  perform clinic.require_sight('list intakes');
  if to_review_only then
    return query
      select r.id, r.short_id, r.client, r.client_name, r.submitted_at, r.state, r.open_flags, r.highest_urgency,
        r.ordinal
      from clinic.intake_records as r
      where r.state in ('submitted', 'flagged', 'amended')
      order by r.submitted_at desc, r.id;
  else
    return query
      select r.id, r.short_id, r.client, r.client_name, r.submitted_at, r.state, r.open_flags, r.highest_urgency,
        r.ordinal
      from clinic.intake_records as r
      order by r.submitted_at desc, r.id;
  end if;
end
$$;
