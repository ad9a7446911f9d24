create or replace function desk.client_note(id uuid, reference text, note text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  client constant clinic.clients := clinic.require_client(reference);
begin
  insert into clinic.client_notes (practice_id, id, client_id, note, author)
  values (client.practice_id, client_note.id, client.id, client_note.note, clinic.my_id())
  on conflict on constraint client_notes_pkey do nothing;
  if found then
    perform clinic.record_undo('client.note', client_note.id, client.id, '{}');
    perform clinic.audit('client.note', client_note.id, client.id);
  elsif not exists (
    select from clinic.client_notes as n
    where n.practice_id = client.practice_id and n.id = client_note.id and n.client_id = client.id)
  then
    perform clinic.refuse('PL409', 'this id is another record''s');
  end if;
end
$$;
