-- Merges one client into another: `from` is read as `into` from now on. `fields` names the details that `into` takes
-- over: full_name, email, phone, birth_date. No record is moved, so both sides can undo it for 30 days. An issued plan
-- of either is paused if it could not be resumed with what the other's records say.
create or replace function desk.client_merge(from_reference text, into_reference text, fields text[])
returns setof clinic.client_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  source constant clinic.clients := clinic.require_own_client(from_reference);
  kept constant clinic.clients := clinic.require_own_client(into_reference);
begin
  if source.id = kept.id then
    perform clinic.refuse('PL409', 'these are one client already');
  end if;
  -- Of two merges at a time the second waits. It must not make a chain, in which records belong to nobody who is shown.
  perform from clinic.clients as c
  where c.practice_id = source.practice_id and c.id in (source.id, kept.id)
  order by c.id
  for no key update;
  if exists (
    select from clinic.clients as c
    where c.practice_id = source.practice_id and c.id in (source.id, kept.id) and c.merged_into is not null)
  then
    perform clinic.refuse('PL409', 'one of these clients was merged into another meanwhile');
  end if;
  perform clinic.record_undo(
    'client.merge', source.id, kept.id,
    jsonb_build_object(
      'into',
      jsonb_build_object(
        'full_name', kept.full_name, 'email', kept.email, 'phone', kept.phone, 'birth_date', kept.birth_date),
      'along',
      (
        select coalesce(jsonb_agg(c.id), '[]')
        from clinic.clients as c
        where c.practice_id = source.practice_id and c.merged_into = source.id)),
    '30 days');
  update clinic.clients as c
  set merged_into = kept.id
  where c.practice_id = source.practice_id and (c.id = source.id or c.merged_into = source.id);
  update clinic.clients as c
  set
    full_name = case when 'full_name' = any (fields) then source.full_name else c.full_name end,
    email = case when 'email' = any (fields) then source.email else c.email end,
    phone = case when 'phone' = any (fields) then source.phone else c.phone end,
    birth_date = case when 'birth_date' = any (fields) then source.birth_date else c.birth_date end
  where c.practice_id = kept.practice_id and c.id = kept.id;
  perform clinic.audit('client.merge', source.id, kept.id);
  perform clinic.pause_unfit_plans(kept.id);
  return query select r.* from clinic.client_records as r where r.id = kept.id;
end
$$;
