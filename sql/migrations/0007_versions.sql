-- Drafts are numbered by their changes: who saves says which number they read, so that nobody overwrites what another
-- session wrote meanwhile.
alter table clinic.drafts add column version integer not null default 1;
alter table clinic.evaluations add column version integer not null default 1;
alter table clinic.plans add column version integer not null default 1;

create or replace view clinic.evaluation_records
with (security_invoker)
as
select
  e.id, e.short_id, c.id as client, c.full_name as client_name,
  coalesce(a.content_version, e.content_version) as content_version,
  coalesce(a.body, e.body) as body,
  e.state, e.recorded_at, e.signed_at, e.version
from clinic.evaluations as e
  join clinic.clients as own on own.practice_id = e.practice_id and own.id = e.client_id
  join clinic.visible_clients as c
    on c.practice_id = own.practice_id and c.id = coalesce(own.merged_into, own.id)
  left join lateral (
    select a.content_version, a.body
    from clinic.evaluation_amendments as a
    where a.practice_id = e.practice_id and a.evaluation_id = e.id
    order by a.number desc
    limit 1
  ) as a on true;

create or replace view clinic.plan_records
with (security_invoker)
as
select
  p.id, p.short_id, c.id as client, c.full_name as client_name, p.intake_id as intake,
  p.evaluation_id as evaluation, p.content_version, p.state, p.created_at, p.issued_at, p.next_visit, p.message,
  (
    select
      coalesce(
        jsonb_agg(
          jsonb_build_object(
            'item', i.item, 'sources', i.sources, 'effect', i.effect, 'reasons', i.reasons, 'note', i.note,
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
  p.revises, p.version
from clinic.plans as p
  join clinic.clients as own on own.practice_id = p.practice_id and own.id = p.client_id
  join clinic.visible_clients as c
    on c.practice_id = own.practice_id and c.id = coalesce(own.merged_into, own.id);
