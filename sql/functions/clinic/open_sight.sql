-- Writes into the audit who looks at what, for clinic.require_sight. Nothing is shown before the entry is committed.
create or replace function clinic.open_sight(subject text, client uuid)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.audit(
    case when client is null then 'practice.open' else 'client.open' end, client, client,
    case when client is null then open_sight.subject end);
  delete from clinic.sights as s
  where s.practice_id = (select clinic.my_practice())
    and s.login = session_user
    and (s.subject = open_sight.subject or s.opened_at < clock_timestamp() - interval '15 minutes');
  insert into clinic.sights (practice_id, login, subject)
  values (clinic.my_practice(), session_user, open_sight.subject);
end
$$;
