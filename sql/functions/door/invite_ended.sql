-- Whether a link is one that has expired. Of one that is unknown, withdrawn or still good it says no.
create or replace function door.invite_ended(token_hash bytea)
returns table (ended boolean)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  target constant uuid := clinic.follow_link('invite', token_hash);
begin
  return query
    select exists (
      select
      from clinic.invites as i
      where i.practice_id = (select clinic.my_practice())
        and i.id = target
        and i.state <> 'revoked'
        and not clinic.is_live(i));
end
$$;
