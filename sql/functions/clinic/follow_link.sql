-- Enters the practice that a link's secret belongs to, for the rest of the transaction, and tells what the link is
-- to; null when there is no such link, and then no practice is entered.
create or replace function clinic.follow_link(kind text, secret_hash bytea)
returns uuid
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  practice uuid;
  target uuid;
  entered text;
begin
  select l.practice_id, l.target into practice, target
  from clinic.links as l
  where l.secret_hash = follow_link.secret_hash and l.kind = follow_link.kind;
  -- As clinic.enter does, which takes a query of its own to call.
  entered := set_config('plumbline.practice', practice::text, true);
  -- What a client is told is saved must be: until the end of the transaction, whatever the role's or the session's
  -- own setting.
  entered := set_config('synchronous_commit', 'on', true);
  return target;
end
$$;
