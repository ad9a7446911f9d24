-- Returns the client's own copy of what was sent, to the browser that sent it; no row to any other.
create or replace function door.submitted_copy(token_hash bytea, key_hash bytea)
returns table (code text, submitted_at timestamptz, sealed bytea)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  target constant uuid := clinic.follow_link('invite', token_hash);
begin
  return query
    select i.short_id, i.submitted_at, c.sealed
    from clinic.intakes as i
      join clinic.submitted_copies as c on c.practice_id = i.practice_id and c.intake_id = i.id
    where i.practice_id = (select clinic.my_practice())
      and i.invite_id = target
      and c.key_hash = submitted_copy.key_hash;
end
$$;
