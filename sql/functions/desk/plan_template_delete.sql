create or replace function desk.plan_template_delete(name text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  delete from clinic.plan_templates as t
  where t.practice_id = (select clinic.my_practice()) and t.name = plan_template_delete.name;
  if not found then
    perform clinic.refuse('PL404', 'template');
  end if;
  perform clinic.audit('template.delete', null, null);
end
$$;
