-- Opens many clients at once, as clinic.open_sight opens one: an entry for each of them in the audit. The head of the
-- chain is written once, because each change of it makes the next look-up in the same transaction slower.
create or replace function clinic.open_clients(clients uuid[])
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  entry clinic.audit_entries;
begin
  perform set_config('synchronous_commit', 'on', true);
  select h.practice_id, h.sequence, h.hash
  into entry.practice_id, entry.sequence, entry.hash
  from clinic.audit_heads as h
  where h.practice_id = (select clinic.my_practice())
  for update;
  entry.who := session_user;
  entry.verb := 'client.open';
  foreach entry.client_id in array clients loop
    entry.sequence := entry.sequence + 1;
    entry.previous_hash := entry.hash;
    entry.at := clock_timestamp();
    entry.target := entry.client_id;
    entry.hash := clinic.audit_hash(entry);
    insert into clinic.audit_entries values (entry.*);
  end loop;
  update clinic.audit_heads as h
  set sequence = entry.sequence, hash = entry.hash, written_in = pg_current_xact_id()
  where h.practice_id = entry.practice_id;

  delete from clinic.sights as s
  where s.practice_id = entry.practice_id
    and s.login = session_user
    and s.subject = any (array(select 'client ' || id from unnest(clients) as id));
  insert into clinic.sights (practice_id, login, subject)
  select entry.practice_id, session_user, 'client ' || id
  from unnest(clients) as id;
end
$$;
