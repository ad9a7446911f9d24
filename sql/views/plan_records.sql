-- Plans with their items, in the shape that clinic.put_plan_items takes.
create or replace view clinic.plan_records
with (security_invoker)
as
select
  p.id, p.short_id, c.client, c.client_name, p.intake_id as intake,
  p.evaluation_id as evaluation, p.content_version, p.state, p.created_at, p.issued_at, p.next_visit, p.message,
  (
    select
      coalesce(
        jsonb_agg(
          jsonb_build_object(
            'item', i.item, 'phase', i.phase, 'sources', i.sources, 'effect', i.effect,
            'reasons', i.reasons, 'note', i.note, 'dose', i.dose,
            'override',
            case
              when i.override_reason is not null then
                jsonb_build_object(
                  'reason', i.override_reason, 'clinician', i.override_clinician, 'date', i.override_date)
            end)
          order by i.position),
        '[]')
    from clinic.plan_items as i
    where i.practice_id = p.practice_id and i.plan_id = p.id
  ) as items,
  p.revises, p.version,
  (
    select coalesce(jsonb_agg(h.item order by h.item), '[]')
    from clinic.item_pauses as h
    where h.practice_id = p.practice_id and h.plan_id = p.id
  ) as paused_items
from clinic.plans as p
  join clinic.record_clients as c
    on c.practice_id = p.practice_id and c.filed_under = p.client_id;
