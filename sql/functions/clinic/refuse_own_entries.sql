-- Refuses to read the audit in a transaction that has written in it. What desk.find_open and the like write depends on
-- the records: who could read it and roll back would learn whose record holds a word, and leave no trace.
create or replace function clinic.refuse_own_entries()
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if exists (
    select from clinic.audit_heads as h
    where h.practice_id = (select clinic.my_practice()) and h.written_in = pg_current_xact_id_if_assigned())
  then
    perform clinic.refuse('PL409', 'the audit is read in a transaction of its own');
  end if;
end
$$;
