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
  return query
    select 'practitioners', count(*) from clinic.practitioners as r where r.practice_id = practice
    union all
    select 'clients', count(*) from clinic.clients as r where r.practice_id = practice
    union all
    select 'consent_entries', count(*) from clinic.consent_entries as r where r.practice_id = practice
    union all
    select 'intakes', count(*) from clinic.intakes as r where r.practice_id = practice
    union all
    select 'intake_flags', count(*) from clinic.intake_flags as r where r.practice_id = practice
    union all
    select 'evaluations', count(*) from clinic.evaluations as r where r.practice_id = practice
    union all
    select 'visits', count(*) from clinic.visits as r where r.practice_id = practice
    union all
    select 'checkins', count(*) from clinic.checkins as r where r.practice_id = practice
    union all
    select 'plans', count(*) from clinic.plans as r where r.practice_id = practice
    union all
    select 'plan_items', count(*) from clinic.plan_items as r where r.practice_id = practice
    union all
    select 'plan_documents', count(*) from clinic.plan_documents as r where r.practice_id = practice;
end
$$;
