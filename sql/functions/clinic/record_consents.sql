-- Keeps what answers say about consents that `before` did not say, and pauses the plans that rest on one that is
-- refused: a line of the form that was agreed to or not is true or false, a permission is the id of a choice.
-- `recorded_by` is null for the client, who sent them. It is called after an entry of the audit was written, for the
-- reason that desk.plan_issue gives.
create or replace function clinic.record_consents(
  intake clinic.intakes, answers jsonb, before jsonb, text_version text, recorded_by uuid, reason text)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  noes constant jsonb := clinic.refusals_in(answers);
  refused text;
begin
  with entry as (
    insert into clinic.consent_entries
      (practice_id, client_id, states, choices, source, text_version, intake_id, recorded_by, reason)
    select
      intake.practice_id, intake.client_id,
      jsonb_object_agg(a.key, case when noes ? a.key then 'refused' else 'given' end),
      jsonb_object_agg(a.key, a.value) filter (where not clinic.is_required_consent(a.key)),
      case when record_consents.recorded_by is null then 'intake' else 'sheet' end,
      record_consents.text_version, intake.id, record_consents.recorded_by, record_consents.reason
    from jsonb_each(answers) as a
    where a.key like 'consent.%'
      and (jsonb_typeof(a.value) = 'boolean' or not clinic.is_required_consent(a.key))
      and a.value is distinct from before -> a.key
    having count(*) > 0
    returning states
  )
  select string_agg(s.key, ', ' order by s.key) into refused
  from entry as e
    cross join jsonb_each_text(e.states) as s
  where s.value = 'refused' and clinic.is_required_consent(s.key);
  if refused is not null then
    perform clinic.pause_plans(intake.client_id, refused);
  end if;
end
$$;
