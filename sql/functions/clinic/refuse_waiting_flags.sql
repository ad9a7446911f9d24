-- Refuses while red flags that keep a plan from its client are not acknowledged, and says in which record they are.
create or replace function clinic.refuse_waiting_flags(plan clinic.plans)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  waiting text;
begin
  select
    format(
      '%s %s is to be read first: nobody has acknowledged %s', w.noun, w.short_id,
      string_agg(w.flag, ', ' order by w.flag))
  into waiting
  from clinic.waiting_flags(plan) as w
  group by w.noun, w.short_id
  order by bool_or(w.urgency in ('urgent', 'emergency')) desc, w.noun desc, w.short_id
  limit 1;
  if found then
    perform clinic.refuse('PL423', waiting);
  end if;
end
$$;
