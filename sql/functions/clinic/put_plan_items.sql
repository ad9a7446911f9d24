-- Replaces the items of a draft, in this order. `items` is an array of {"item", "sources", "effect", "reasons", "note",
-- "override": {"reason", "clinician", "date"}}.
create or replace function clinic.put_plan_items(plan uuid, items jsonb)
returns void
language sql
set search_path = pg_catalog, pg_temp
as $$
  delete from clinic.plan_items as i
  where i.practice_id = (select clinic.my_practice()) and i.plan_id = plan;

  insert into clinic.plan_items
    (practice_id, plan_id, position, item, sources, effect, reasons, override_reason, override_clinician,
      override_date, note)
  select
    clinic.my_practice(), plan, i.position, i.value ->> 'item', coalesce(i.value -> 'sources', '[]'),
    i.value ->> 'effect', coalesce(i.value -> 'reasons', '[]'), i.value -> 'override' ->> 'reason',
    i.value -> 'override' ->> 'clinician', (i.value -> 'override' ->> 'date')::date, i.value ->> 'note'
  from jsonb_array_elements(items) with ordinality as i (value, position)
$$;
