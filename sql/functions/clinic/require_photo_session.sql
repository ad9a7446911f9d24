-- Enters the practice of a photo link, and returns its session, locked until the end of the transaction, so that those
-- who come at once take turns. An unknown link and one that has ended are one answer.
create or replace function clinic.require_photo_session(link_hash bytea)
returns clinic.photo_sessions
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  target constant uuid := clinic.follow_link('photo', link_hash);
  session clinic.photo_sessions;
begin
  select s.* into session
  from clinic.photo_sessions as s
  where s.practice_id = (select clinic.my_practice())
    and s.evaluation_id = target
    and s.expires_at > statement_timestamp()
  for update;
  if not found then
    perform clinic.refuse('PL404', 'photo');
  end if;
  return session;
end
$$;
