-- Returns those of the answers that are a no, in whichever way the content words it.
create or replace function clinic.refusals_in(answers jsonb)
returns jsonb
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
  select coalesce(jsonb_object_agg(a.key, a.value), '{}')
  from jsonb_each(answers) as a
  where a.value in ('false', '"no"')
$$;
