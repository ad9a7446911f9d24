-- Inserts rows of an archive into a table, under the practice of this session whatever they say. Each has a value for
-- every column but the practice, what the database derives, and those that were left out, which get their defaults.
create or replace function clinic.insert_rows(relation text, left_out text[], entries jsonb)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  columns constant text[] := array(
    select a.attname::text collate "C"
    from pg_attribute as a
    where a.attrelid = format('clinic.%I', relation)::regclass and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = '' and a.attname <> 'practice_id' and a.attname <> all (left_out)
    order by 1);
begin
  if exists (
    select
    from jsonb_array_elements(entries) as e (entry)
    where array(select k collate "C" from jsonb_object_keys(e.entry) as k order by 1) <> columns)
  then
    perform clinic.refuse('PL422', format('a row of %s does not have the members that this version knows', relation));
  end if;
  execute format(
    'insert into clinic.%1$I (practice_id, %2$s)'
      ' select clinic.my_practice(), %2$s from jsonb_populate_recordset(null::clinic.%1$I, $1)',
    relation, (select string_agg(format('%I', c), ', ') from unnest(columns) as c))
  using entries;
end
$$;
