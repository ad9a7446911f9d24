-- Adds clients that were kept elsewhere, with the notes that came along, as clients of the caller. `arrivals` is at
-- most 500 objects with id, full_name, email, phone, birth_date, archived and notes. Calls with the same `batch` are
-- one import, which is undone as one for a day. A client of this import that is there already is passed over, so a
-- caller that lost the answer can repeat the call; who it is by now is shown to those who opened the client.
create or replace function desk.client_import(batch uuid, arrivals jsonb)
returns setof clinic.client_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  practice constant uuid := clinic.my_practice();
  ids constant uuid[] := array(select (a.client ->> 'id')::uuid from jsonb_array_elements(arrivals) as a (client));
  arrival record;
  added uuid[] := '{}';
  change clinic.undo_log;
begin
  perform clinic.require_member();
  if cardinality(ids) > 500 then
    perform clinic.refuse('PL422', 'at most 500 clients are imported at once');
  end if;
  insert into clinic.undo_log (practice_id, id, made_by, verb, target, before, undo_until)
  values (practice, batch, clinic.my_id(), 'client.import', batch, '{"clients": []}', now() + interval '1 day')
  on conflict on constraint undo_log_pkey do nothing;
  select r.* into change
  from clinic.undo_log as r
  where r.practice_id = practice and r.id = batch
  for update;
  if change.verb <> 'client.import' or change.made_by <> clinic.my_id() or change.undone_at is not null then
    perform clinic.refuse('PL409', 'this id is another change''s');
  end if;

  perform clinic.require_client(id::text)
  from unnest(ids) as id
  where change.before -> 'clients' ? id::text;
  for arrival in
    select a.*
    from jsonb_to_recordset(arrivals)
      as a (id uuid, full_name text, email text, phone text, birth_date date, archived boolean, notes jsonb)
    where not change.before -> 'clients' ? a.id::text
  loop
    if exists (select from clinic.clients as c where c.practice_id = practice and c.id = arrival.id) then
      perform clinic.refuse('PL409', 'this id is another record''s');
    end if;
    insert into clinic.clients
      (practice_id, id, short_id, full_name, email, phone, birth_date, practitioner_id, archived_at)
    values (
      practice, arrival.id, clinic.new_short_id('client', arrival.id), arrival.full_name, arrival.email,
      arrival.phone, arrival.birth_date, clinic.my_id(), case when arrival.archived then now() end);
    insert into clinic.client_notes (practice_id, id, client_id, note, author)
    select practice, gen_random_uuid(), arrival.id, n.note, clinic.my_id()
    from jsonb_array_elements_text(coalesce(arrival.notes, '[]')) as n (note);
    perform clinic.audit('client.import', batch, arrival.id);
    added := added || arrival.id;
  end loop;
  update clinic.undo_log as r
  set before = jsonb_build_object('clients', change.before -> 'clients' || to_jsonb(added))
  where r.practice_id = practice and r.id = batch;
  return query select r.* from clinic.client_records as r where r.id = any (ids);
end
$$;
