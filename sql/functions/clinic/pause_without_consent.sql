-- Pauses the issued plans of a client who does not agree to what they rest on; the audit names the consents. Returns
-- the short ids of the plans.
create or replace function clinic.pause_without_consent(client uuid, consents text)
returns setof text
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  paused clinic.plans;
begin
  for paused in
    update clinic.plans as p
    set state = 'paused', paused_at = now()
    where p.practice_id = (select clinic.my_practice())
      and p.client_id in (
        select clinic.client_ids(coalesce(c.merged_into, c.id))
        from clinic.clients as c
        where c.practice_id = (select clinic.my_practice()) and c.id = pause_without_consent.client)
      and p.state = 'issued'
    returning p.*
  loop
    perform clinic.audit('plan.pause', paused.id, paused.client_id, consents);
    return next paused.short_id;
  end loop;
end
$$;
