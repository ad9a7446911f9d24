-- Gives the client's page a new link, with the copy and what its check-ins ask about sealed under it. The old link
-- stops working. Nothing that was issued changes.
create or replace function desk.plan_relink(
  reference text, link_hash bytea, sealed bytea, sealed_basis bytea, expires_at timestamptz)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  plan constant clinic.plans := clinic.require_plan(reference);
begin
  if plan.state not in ('issued', 'paused') then
    perform clinic.refuse('PL409', 'only an issued plan has a link; this one is ' || plan.state);
  end if;
  perform clinic.refuse_without_consent(plan.client_id);
  delete from clinic.links as l
  where l.practice_id = plan.practice_id and l.kind = 'plan' and l.target = plan.id;
  delete from clinic.outbox_links as o
  where o.practice_id = plan.practice_id and o.target = plan.id;
  insert into clinic.links (secret_hash, practice_id, kind, target)
  values (link_hash, plan.practice_id, 'plan', plan.id);
  insert into clinic.plan_copies (practice_id, plan_id, sealed, sealed_basis, expires_at)
  values (
    plan.practice_id, plan.id, plan_relink.sealed, plan_relink.sealed_basis, plan_relink.expires_at)
  on conflict on constraint plan_copies_pkey do update
  set sealed = excluded.sealed, sealed_basis = excluded.sealed_basis, expires_at = excluded.expires_at;
  perform clinic.audit('plan.relink', plan.id, plan.client_id);
end
$$;
