-- Returns the client that a reference names, if this session may see it, whether or not it was opened in the audit. A
-- client that was merged is returned as the one it was merged into. Unknown, foreign and erased clients get the same
-- refusal.
create or replace function clinic.visible_client(reference text)
returns clinic.clients
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
declare
  named constant uuid := clinic.id_of('client', reference);
  client clinic.clients;
begin
  select c.* into client
  from clinic.visible_clients as c
  where c.id = coalesce(
    (select m.merged_into from clinic.clients as m where m.practice_id = clinic.my_practice() and m.id = named),
    named);
  if not found then
    perform clinic.refuse('PL404', 'client');
  end if;
  return client;
end
$$;
