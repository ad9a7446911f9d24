-- Included after fixture.sql. The plans that a call pauses, after a change if one is given, and what the audit says of
-- it; all of it is rolled back.
create function tap.pauses(login text, call text, change text default null)
returns text
language plpgsql
as $$
declare
  last_entry bigint;
  paused text;
begin
  if change is not null then
    execute tap.spelled(change);
  end if;
  select max(a.sequence) into last_entry from clinic.audit_entries as a;
  perform tap.must(login, call);
  select string_agg(concat_ws(' ', n.name, 'by', a.who, 'for', r.reason), '; ' order by n.name) into paused
  from clinic.plans as p
    join tap.names as n on n.value = p.id::text
    join clinic.audit_entries as a on a.practice_id = p.practice_id and a.target = p.id and a.verb = 'plan.pause'
    left join clinic.audit_reasons as r on r.practice_id = a.practice_id and r.sequence = a.sequence
  where p.state = 'paused' and a.sequence > last_entry;
  raise exception using errcode = 'TRIED', message = coalesce(paused, 'nothing');
exception
  when sqlstate 'TRIED' then
    return sqlerrm;
end
$$;
