-- Whether the link of a plan has ended with its day, and not because the plan was closed or another took its place.
create or replace function clinic.plan_link_ended(plan uuid)
returns boolean
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select exists (
    select
    from clinic.plans as p
    where p.practice_id = (select clinic.my_practice())
      and p.id = plan_link_ended.plan
      and p.state in ('issued', 'paused')
      and not exists (
        select
        from clinic.plan_copies as c
        where c.practice_id = p.practice_id and c.plan_id = p.id and c.expires_at > statement_timestamp()))
$$;
