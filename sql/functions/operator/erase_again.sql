-- Erases a client that a restored backup brought back. Returns false if it did not.
create or replace function operator.erase_again(practice uuid, client uuid)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.enter(practice);
  if not exists (select from clinic.clients as c where c.practice_id = practice and c.id = client) then
    return false;
  end if;
  update clinic.clients as c
  set merged_into = null
  where c.practice_id = practice and c.merged_into = client;
  perform clinic.erase_clients(array[client], '{"again": true}');
  perform clinic.audit('client.erase', client, client, 'again, after a restore');
  return true;
end
$$;
