-- Returns what is known of a practice itself. Nothing of its clients is in the answer.
create or replace function operator.practice_get(practice uuid)
returns table (id uuid, name text, phone text, email text, time_zone text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.enter(practice);
  return query
    select p.practice_id, p.name, p.phone, p.email, p.time_zone
    from clinic.practices as p
    where p.practice_id = practice;
  if not found then
    perform clinic.refuse('PL404', 'practice');
  end if;
end
$$;
