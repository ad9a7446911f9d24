-- Returns until when each client's records are kept, and why: at most `most` clients, or with null all. Those that may
-- be erased come first.
--
-- A whole practice is read: without loops, because the planner takes every practice for an average one, and would loop
-- over all records of a large one for each of its clients.
create or replace function desk.report_retention(most integer default null)
returns table (client uuid, short_id text, client_name text, rule text, until date, legal_hold boolean)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set enable_nestloop = off
as $$
#variable_conflict use_column
begin
  perform clinic.require_sight('list retention');
  return query
    select
      c.id, c.short_id, c.full_name, coalesce(r.rule, 'no health records'), r.until, c.legal_hold is not null
    from clinic.visible_clients as c
      left join clinic.retentions as r on r.practice_id = c.practice_id and r.client = c.id
    where c.merged_into is null
    order by r.until nulls first, lower(c.full_name), c.id
    limit most;
end
$$;
