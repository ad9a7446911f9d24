-- Whether a question of the newest content that is loaded must not be hidden by a practice: it is required, or in a
-- section that is protected, such as the one on safety.
create or replace function clinic.must_be_asked(question text)
returns boolean
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select exists (
    select
    from (select v.pack -> 'questions' as form from clinic.content_versions as v order by v.loaded_at desc limit 1) as v
      cross join jsonb_array_elements(v.form -> 'questions') as q
    where q ->> 'id' = question
      and (
        (q -> 'required')::boolean
        or exists (
          select
          from jsonb_array_elements(v.form -> 'sections') as s
          where s ->> 'id' = q ->> 'section' and (s -> 'protected')::boolean)))
$$;
