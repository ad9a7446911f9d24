create or replace function desk.plan_template_list()
returns table (name text, items jsonb, saved_by text, saved_at timestamptz)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select t.name, t.items, p.display_name, t.saved_at
  from clinic.plan_templates as t
    join clinic.practitioners as p on p.practice_id = t.practice_id and p.id = t.saved_by
  where t.practice_id = (select clinic.my_practice())
  order by t.name
$$;
