-- Saves items as a template. `items` is as in clinic.put_plan_items; effects, reasons, overrides and notes belong to
-- the client and are left out.
create or replace function desk.plan_template_save(name text, items jsonb)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  insert into clinic.plan_templates (practice_id, name, items, saved_by)
  select
    clinic.my_practice(), plan_template_save.name,
    coalesce(
      jsonb_agg(
        jsonb_build_object('item', i.value -> 'item', 'sources', '[]'::jsonb, 'reasons', '[]'::jsonb)
        order by i.position),
      '[]'),
    clinic.my_id()
  from jsonb_array_elements(plan_template_save.items) with ordinality as i (value, position)
  on conflict on constraint plan_templates_pkey
  do update set items = excluded.items, saved_by = excluded.saved_by, saved_at = now();
  perform clinic.audit('template.save', null, null);
end
$$;
