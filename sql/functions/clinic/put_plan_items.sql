-- Replaces the items of a draft, in this order. `items` is an array of {"item", "phase", "sources", "effect",
-- "reasons", "note", "override": {"reason", "clinician", "date"}, "dose": {"amounts", "side", "reason"}}. An item
-- without a phase is of the first.
create or replace function clinic.put_plan_items(plan uuid, items jsonb)
returns void
language sql
set search_path = pg_catalog, pg_temp
as $$
  delete from clinic.plan_items as i
  where i.practice_id = (select clinic.my_practice()) and i.plan_id = plan;

  insert into clinic.plan_items
    (practice_id, plan_id, position, item, phase, sources, effect, reasons, override_reason, override_clinician,
      override_date, dose, note)
  select
    clinic.my_practice(), plan, i.position, i.value ->> 'item', coalesce((i.value ->> 'phase')::integer, 1),
    coalesce(i.value -> 'sources', '[]'), i.value ->> 'effect', coalesce(i.value -> 'reasons', '[]'),
    i.value -> 'override' ->> 'reason', i.value -> 'override' ->> 'clinician',
    (i.value -> 'override' ->> 'date')::date, i.value -> 'dose', i.value ->> 'note'
  from jsonb_array_elements(items) with ordinality as i (value, position)
$$;
