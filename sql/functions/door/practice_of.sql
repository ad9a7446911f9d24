-- Whose link it is, as an opaque identifier; no row for an unknown one. It locks nothing, so the daemon can ask before
-- it waits for a practice's locks, and keep practices from waiting for each other's.
create or replace function door.practice_of(token_hash bytea)
returns table (practice uuid)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select l.practice_id
  from clinic.links as l
  where l.secret_hash = practice_of.token_hash and l.kind = 'invite'
$$;
