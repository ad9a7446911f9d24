-- Returns the portrait of the therapist whose client a live link belongs to; no row for any other link, or without one.
create or replace function door.portrait_open(token_hash bytea)
returns table (portrait bytea)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  target constant uuid := clinic.follow_link('invite', token_hash);
begin
  return query
    select p.portrait
    from clinic.invites as i
      join clinic.clients as c on c.practice_id = i.practice_id and c.id = i.client_id
      join clinic.practitioners as p on p.practice_id = c.practice_id and p.id = c.practitioner_id
    where i.practice_id = (select clinic.my_practice())
      and i.id = target
      and clinic.is_live(i)
      and p.portrait is not null;
end
$$;
