create or replace function desk.client_notes(reference text)
returns table (id uuid, note text, author text, written_at timestamptz)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  client constant clinic.clients := clinic.require_client(reference);
begin
  perform clinic.audit('client.notes', client.id, client.id);
  return query
    select n.id, n.note, p.display_name, n.written_at
    from clinic.client_notes as n
      join clinic.practitioners as p on p.practice_id = n.practice_id and p.id = n.author
    where n.practice_id = client.practice_id
      and n.client_id in (select clinic.client_ids(client.id))
      and n.struck_at is null
    order by n.written_at desc, n.id;
end
$$;
