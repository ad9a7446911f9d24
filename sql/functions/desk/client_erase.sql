-- Erases a client and the clients merged into it. `confirm` is the short id. With `dry_run` it only counts the records
-- that would be erased. Refused while a retention rule or a legal hold applies.
create or replace function desk.client_erase(reference text, confirm text, dry_run boolean)
returns table (what text, rows_removed bigint)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  client constant clinic.clients := clinic.require_own_client(reference);
  ids constant uuid[] := array(select clinic.client_ids(client.id));
  kept record;
  removed jsonb;
begin
  if not dry_run and confirm is distinct from client.short_id then
    perform clinic.refuse('PL422', 'erasing is confirmed with the client''s short id');
  elsif client.legal_hold is not null then
    perform clinic.refuse('PL423', 'a legal hold is on this client');
  end if;
  select r.rule, r.until into kept
  from clinic.retentions as r
  where r.practice_id = client.practice_id and r.client = client.id;
  if kept.until > clinic.today() then
    perform clinic.refuse('PL423', 'kept until ' || kept.until || ' (' || kept.rule || ')');
  end if;

  select jsonb_object_agg(t.what, t.rows_removed) into removed
  from (
    select 'clients' as what, cardinality(ids)::bigint as rows_removed
    union all
    select 'invites', count(*) from clinic.invites as i
    where i.practice_id = client.practice_id and i.client_id = any (ids)
    union all
    select 'intakes', count(*) from clinic.intakes as i
    where i.practice_id = client.practice_id and i.client_id = any (ids)
    union all
    select 'evaluations', count(*) from clinic.evaluations as e
    where e.practice_id = client.practice_id and e.client_id = any (ids)
    union all
    select 'plans', count(*) from clinic.plans as p
    where p.practice_id = client.practice_id and p.client_id = any (ids)
    union all
    select 'checkins', count(*) from clinic.checkins as k
    where k.practice_id = client.practice_id and k.client_id = any (ids)
    union all
    select 'visits', count(*) from clinic.visits as v
    where v.practice_id = client.practice_id and v.client_id = any (ids)
    union all
    select 'notes', count(*) from clinic.client_notes as n
    where n.practice_id = client.practice_id and n.client_id = any (ids)
  ) as t;

  if not dry_run then
    perform clinic.erase_clients(ids, removed);
    perform clinic.audit('client.erase', client.id, client.id);
  end if;
  return query
    select e.key, e.value::bigint
    from jsonb_each_text(removed) as e
    order by e.key;
end
$$;
