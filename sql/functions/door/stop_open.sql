-- Returns whose messages a link stops, and whether it was used already. It changes nothing, so a mail scanner that
-- follows the link stops nothing.
create or replace function door.stop_open(link_hash bytea)
returns table (
  stopped boolean, practice_name text, practice_colour text, practice_phone text, therapist_name text, time_zone text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  target constant uuid := clinic.follow_link('stop', link_hash);
begin
  return query
    select
      clinic.wants_no_messages(c.id), r.name, r.colour, r.phone, t.display_name, r.time_zone
    from clinic.clients as c
      join clinic.practices as r on r.practice_id = c.practice_id
      join clinic.practitioners as t on t.practice_id = c.practice_id and t.id = c.practitioner_id
    where c.practice_id = (select clinic.my_practice()) and c.id = target;
  if not found then
    perform clinic.refuse('PL404', 'link');
  end if;
end
$$;
