-- Returns a sealed picture; no row when another has taken its place.
create or replace function door.photo_load(link_hash bytea, view text, id uuid)
returns table (sealed bytea)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  target constant uuid := clinic.follow_link('photo', link_hash);
begin
  return query
    select p.sealed
    from clinic.photo_sessions as s
      join clinic.photos as p on p.practice_id = s.practice_id and p.evaluation_id = s.evaluation_id
    where s.practice_id = (select clinic.my_practice())
      and s.evaluation_id = target
      and s.expires_at > statement_timestamp()
      and p.view = photo_load.view
      and p.id = photo_load.id
      and p.sealed is not null;
end
$$;
