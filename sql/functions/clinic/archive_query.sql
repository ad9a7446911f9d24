-- Returns the text of the query for the records of a noun, each as one JSON object with its parts, by key; null for an
-- unknown noun. It reads the session's practice and no other, and takes no value from outside into its text.
create or replace function clinic.archive_query(noun text)
returns text
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select
    format('select t.%I as key, ', n.key)
    || case when n.filed_under is null then 'null::uuid' else format('t.%I', n.filed_under) end || ' as filed_under, '
    || format('to_jsonb(t) - %L::text[]', n.left_out)
    || coalesce(
      (
        select string_agg(
          format(
            ' || jsonb_build_object(%L, (select coalesce(jsonb_agg(to_jsonb(p) - array[''practice_id'', %L, %L] order'
              ' by p.%I), ''[]'') from clinic.%I as p where p.practice_id = t.practice_id and p.%I = t.%I))',
            p.part ->> 0, p.part ->> 2, coalesce(p.part ->> 4, 'practice_id'), p.part ->> 3, p.part ->> 1, p.part ->> 2,
            n.key),
          '' order by p.position)
        from jsonb_array_elements(n.parts) with ordinality as p (part, position)
      ), '')
    || format(
      ' as record from clinic.%I as t where t.practice_id = (select clinic.my_practice())', n.relation)
  from clinic.archive_nouns() as n
  where n.noun = archive_query.noun
$$;
