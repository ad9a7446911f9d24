-- Returns what the page of a plan's link shows: the copy sealed under the link while the plan is issued; that it is
-- paused, or replaced by a newer plan, and whom to call. An expired link and a closed plan are answered like an unknown
-- link.
create or replace function door.plan_open(link_hash bytea)
returns table (state text, sealed bytea, practice_name text, practice_phone text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  target constant uuid := clinic.follow_link('plan', link_hash);
begin
  return query
    select p.state, case when p.state = 'issued' then c.sealed end, r.name, r.phone
    from clinic.plan_copies as c
      join clinic.plans as p on p.practice_id = c.practice_id and p.id = c.plan_id
      join clinic.practices as r on r.practice_id = c.practice_id
    where c.practice_id = (select clinic.my_practice())
      and c.plan_id = target
      and c.expires_at > now()
      and p.state in ('issued', 'paused', 'revised');
  if not found then
    perform clinic.refuse('PL404', 'plan');
  end if;
end
$$;
