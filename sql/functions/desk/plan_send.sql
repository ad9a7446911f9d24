-- Sends the link of an issued plan to its client. Returns when the message is due.
create or replace function desk.plan_send(reference text, channel text)
returns table (due_at timestamptz)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  plan constant clinic.plans := clinic.require_plan(reference);
begin
  perform clinic.refuse_without_consent(plan.client_id);
  perform clinic.audit('plan.send', plan.id, plan.client_id);
  return query
    select clinic.send_message('plan', plan.client_id, plan_send.channel, plan.id, statement_timestamp());
end
$$;
