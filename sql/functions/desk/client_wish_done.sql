-- Records that what the client wished from their own page is done.
create or replace function desk.client_wish_done(reference text, kind text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  client constant clinic.clients := clinic.require_client(reference);
begin
  update clinic.wishes as w
  set done_at = now(), done_by = clinic.my_id()
  where w.practice_id = client.practice_id
    and w.client_id in (select clinic.client_ids(client.id))
    and w.kind = client_wish_done.kind and w.done_at is null;
  if not found then
    perform clinic.refuse('PL404', 'wish');
  end if;
  perform clinic.audit('wish.done', null, client.id, client_wish_done.kind);
end
$$;
