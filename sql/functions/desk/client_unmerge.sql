-- Undoes a merge of the last 30 days. `reference` is the client that was merged into another. What the merge paused
-- stays paused, as after desk.plan_pause, and a plan that was made from the other's records meanwhile is paused, too.
create or replace function desk.client_unmerge(reference text)
returns setof clinic.client_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  kept constant clinic.clients := clinic.require_own_client(reference);
  change clinic.undo_log;
begin
  select r.* into change
  from clinic.undo_log as r
  where r.practice_id = kept.practice_id
    and r.client_id = kept.id
    and r.verb = 'client.merge'
    and r.target = clinic.id_of('client', reference)
    and r.undone_at is null
    and r.undo_until > statement_timestamp()
  order by r.made_at desc
  limit 1
  for update;
  if not found then
    perform clinic.refuse('PL409', 'no merge of this client in the last 30 days');
  end if;
  perform clinic.reverse_merge(change);
  perform clinic.audit('client.unmerge', change.target, kept.id);
  perform clinic.pause_unfit_plans(id) from unnest(array[change.target, kept.id]) as id;
  return query select r.* from clinic.client_records as r where r.id = change.target;
end
$$;
