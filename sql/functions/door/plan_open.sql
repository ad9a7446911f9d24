-- An issued plan sealed under its link. Expired, revised, paused and closed are as if there were none.
create or replace function door.plan_open(link_hash bytea)
returns table (sealed bytea)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  target constant uuid := clinic.follow_link('plan', link_hash);
begin
  return query
    select c.sealed
    from clinic.plan_copies as c
      join clinic.plans as p on p.practice_id = c.practice_id and p.id = c.plan_id
    where c.practice_id = (select clinic.my_practice())
      and c.plan_id = target
      and c.expires_at > now()
      and p.state = 'issued';
  if not found then
    perform clinic.refuse('PL404', 'plan');
  end if;
end
$$;
