-- Removes the secrets, sealed for messages, of links that open nothing any more, and returns how many.
create or replace function clinic.expire_links(practice uuid)
returns bigint
language sql
set search_path = pg_catalog, pg_temp
as $$
  with gone as (
    delete from clinic.outbox_links as o
    where o.practice_id = expire_links.practice
      and (
        o.target in (
          select i.id
          from clinic.invites as i
          where i.practice_id = expire_links.practice and i.expires_at <= statement_timestamp())
        or o.target in (
          select p.id
          from clinic.plans as p
          where p.practice_id = expire_links.practice
            and not exists (
              select
              from clinic.plan_copies as c
              where c.practice_id = p.practice_id and c.plan_id = p.id and c.expires_at > statement_timestamp())))
    returning 1
  )
  select count(*) from gone
$$;
