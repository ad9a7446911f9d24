-- Signs a plan with its wording and bytes. `documents` is an array of {"variant", "bytes" in base64}; `sealed` is the
-- client's copy under the link whose hash is `link_hash`, `sealed_basis` what its check-ins ask about. `basis` is what
-- the wording was made from: {"intake", "evaluation", "content_version", "items", "pausing_flags", "version"}. It must
-- be the newest there is, and names the pausing flags, because without them nothing but an urgent flag pauses the plan.
create or replace function desk.plan_issue(
  reference text, wording jsonb, documents jsonb, link_hash bytea, sealed bytea, sealed_basis bytea,
  expires_at timestamptz, basis jsonb)
returns setof clinic.plan_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  plan clinic.plans := clinic.require_plan(reference);
begin
  if plan.state <> 'draft' then
    -- A caller whose first answer was lost repeats the same link, which issues nothing again.
    if exists (
      select from clinic.links as l
      where l.practice_id = plan.practice_id and l.target = plan.id and l.secret_hash = link_hash)
    then
      return query select r.* from clinic.plan_records as r where r.id = plan.id;
      return;
    end if;
    perform clinic.refuse('PL409', 'the plan is issued already');
  end if;
  if jsonb_typeof(basis -> 'pausing_flags') is distinct from 'array' then
    perform clinic.refuse('PL422', 'a plan is issued with what it was made from, and with the flags that pause it');
  elsif (basis ->> 'version')::integer <> plan.version then
    perform clinic.refuse('PL412', 'the plan was changed by somebody else meanwhile');
  end if;
  perform clinic.require_intake(basis ->> 'intake');
  if basis ->> 'evaluation' is not null then
    perform clinic.require_evaluation(basis ->> 'evaluation');
  end if;
  update clinic.plans as p
  set intake_id = (basis ->> 'intake')::uuid, evaluation_id = (basis ->> 'evaluation')::uuid,
    content_version = basis ->> 'content_version',
    pausing_flags = array(select jsonb_array_elements_text(basis -> 'pausing_flags'))
  where p.practice_id = plan.practice_id and p.id = plan.id
  returning p.* into plan;
  perform clinic.put_plan_items(plan.id, basis -> 'items');
  -- The audit entry is written before the checks, because it waits for every other writer of this practice. A red flag
  -- that is raised at the same time, be it urgent or one of the plan's pausing flags, is therefore either seen by the
  -- checks, or sees the issued plan and pauses it.
  perform clinic.audit('plan.issue', plan.id, plan.client_id);
  perform clinic.refuse_without_consent(plan.client_id);
  perform clinic.refuse_unsafe_plan(plan);
  perform clinic.refuse_stale_plan(plan);

  insert into clinic.plan_documents (practice_id, plan_id, variant, bytes)
  select plan.practice_id, plan.id, d.variant, decode(d.bytes, 'base64')
  from jsonb_to_recordset(documents) as d (variant text, bytes text);
  insert into clinic.plan_copies (practice_id, plan_id, sealed, sealed_basis, expires_at)
  values (plan.practice_id, plan.id, plan_issue.sealed, plan_issue.sealed_basis, plan_issue.expires_at);
  insert into clinic.links (secret_hash, practice_id, kind, target)
  values (link_hash, plan.practice_id, 'plan', plan.id);

  update clinic.plans as p
  set state = 'issued', issued_at = now(), issued_by = clinic.my_id(), wording = plan_issue.wording
  where p.practice_id = plan.practice_id and p.id = plan.id;
  update clinic.plans as p
  set state = 'revised', revised_at = now(), paused_at = null
  where p.practice_id = plan.practice_id and p.id = plan.revises and p.state in ('issued', 'paused');
  return query select r.* from clinic.plan_records as r where r.id = plan.id;
end
$$;
