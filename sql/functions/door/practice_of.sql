-- Whose link it is, as an opaque identifier, and the time zone of that practice; no row for an unknown one. It locks
-- nothing, so the daemon can ask before it waits for a practice's locks, and keep practices from waiting for each
-- other's.
create or replace function door.practice_of(token_hash bytea)
returns table (practice uuid, time_zone text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  of_link uuid;
begin
  select l.practice_id into of_link
  from clinic.links as l
  where l.secret_hash = practice_of.token_hash;
  if found then
    perform clinic.enter(of_link);
    return query
      select r.practice_id, r.time_zone
      from clinic.practices as r
      where r.practice_id = (select clinic.my_practice());
  end if;
end
$$;
