-- Included after fixture.sql: edits of the chain of Stillwater by a superuser who switches the triggers off, each
-- undone after it was searched for with a head exported before.
create temporary table exported as
select sequence, hash from clinic.audit_heads
where practice_id = (select value::uuid from tap.names where name = 'stillwater');
create temporary view chain as
select * from clinic.audit_entries where practice_id = (select value::uuid from tap.names where name = 'stillwater');
create function tap.found(tampering text)
returns boolean
language plpgsql
as $$
declare
  head record;
  answer text;
begin
  select * into head from exported;
  alter table clinic.audit_entries disable trigger all;
  alter table clinic.audit_reasons disable trigger all;
  execute tampering;
  answer := tap.answer('mira', format('desk.audit_verify(%L, %L)', head.sequence, head.hash));
  raise exception using errcode = 'TRIED', message = answer;
exception
  when sqlstate 'TRIED' then
    return answer ~ '^\(\d+,\d+\)$';
end
$$;
-- Recomputes the chain from an entry on, as a skilled forger would.
create function tap.rehash(from_sequence bigint)
returns void
language plpgsql
as $$
declare
  entry clinic.audit_entries;
  last_hash bytea := coalesce((select hash from chain where sequence = from_sequence - 1), '');
begin
  for entry in select * from chain where sequence >= from_sequence order by sequence loop
    entry.previous_hash := last_hash;
    last_hash := clinic.audit_hash(entry);
    update clinic.audit_entries as e
    set previous_hash = entry.previous_hash, hash = last_hash
    where e.practice_id = entry.practice_id and e.sequence = entry.sequence;
  end loop;
  update clinic.audit_heads as h
  set (sequence, hash) = (select sequence, hash from chain order by sequence desc limit 1)
  where h.practice_id = (select value::uuid from tap.names where name = 'stillwater');
end
$$;
