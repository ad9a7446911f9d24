-- Pauses a plan if it is issued. The audit entry says the reason, and the client is told. Returns the short id of the
-- plan that was paused.
create or replace function clinic.pause_plan(id uuid, reason text)
returns text
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  paused clinic.plans;
begin
  update clinic.plans as p
  set state = 'paused', paused_at = now()
  where p.practice_id = (select clinic.my_practice()) and p.id = pause_plan.id and p.state = 'issued'
  returning p.* into paused;
  if not found then
    return null;
  end if;
  perform clinic.audit('plan.pause', paused.id, paused.client_id, pause_plan.reason);
  perform clinic.write_pause_message(paused);
  return paused.short_id;
end
$$;
