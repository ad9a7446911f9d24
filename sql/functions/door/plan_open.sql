-- What a plan's link opens: while the plan is issued the copy sealed under the link; otherwise that it is paused, or
-- revised by a newer one, and whom to call. Expired and closed are as if there were none.
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
