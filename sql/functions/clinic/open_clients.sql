-- Opens many clients at once, as clinic.open_sight opens one: an entry for each of them in the audit.
create or replace function clinic.open_clients(clients uuid[])
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  entry clinic.audit_entries;
  entries clinic.audit_entries[] := '{}';
begin
  entry.verb := 'client.open';
  for place in 1..cardinality(clients) loop
    entry.target := clients[place];
    entry.client_id := clients[place];
    entries[place] := entry;
  end loop;
  perform clinic.append_entries(entries);

  delete from clinic.sights as s
  where s.practice_id = (select clinic.my_practice())
    and s.login = session_user
    and s.subject = any (array(select 'client ' || id from unnest(clients) as id));
  insert into clinic.sights (practice_id, login, subject)
  select clinic.my_practice(), session_user, 'client ' || id
  from unnest(clients) as id;
end
$$;
