-- Returns how many records a practice has, by table. A backup writes the numbers down, and its trial compares them
-- (deploy/cluster/verify.sql).
create or replace function operator.row_counts(practice uuid)
returns table (noun text, rows bigint)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.enter(practice);
  foreach noun in array array[
    'practitioners', 'clients', 'consent_entries', 'intakes', 'intake_flags', 'evaluations', 'visits', 'checkins',
    'plans', 'plan_items', 'plan_documents']
  loop
    execute format('select count(*) from clinic.%I where practice_id = $1', noun) into rows using practice;
    return next;
  end loop;
end
$$;
