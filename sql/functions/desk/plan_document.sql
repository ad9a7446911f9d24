-- Returns one rendering of a plan as it was issued. This is an export, and audited as one.
create or replace function desk.plan_document(reference text, variant text)
returns table (bytes bytea)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  plan constant clinic.plans := clinic.require_plan(reference);
begin
  return query
    select d.bytes
    from clinic.plan_documents as d
    where d.practice_id = plan.practice_id and d.plan_id = plan.id and d.variant = plan_document.variant;
  if not found then
    perform clinic.refuse('PL404', 'document');
  end if;
  perform clinic.audit('plan.export', plan.id, plan.client_id, plan_document.variant);
end
$$;
