-- Enters the practice that a link's secret belongs to, for the rest of the transaction, and returns the id of the
-- record that the link opens. Returns null and enters no practice if there is no such link.
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
  -- The same as clinic.enter, whose call would cost a query of its own.
  entered := set_config('plumbline.practice', practice::text, true);
  -- An answer that a client is told is saved must be on disk, whatever the role or the session has set. Holds until the
  -- end of the transaction.
  entered := set_config('synchronous_commit', 'on', true);
  return target;
end
$$;
