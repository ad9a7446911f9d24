-- Makes 1,000 random edits of a chain and looks for each; then times the verification of 100,000 entries.
\ir ../../sql/tests/fixture.sql
\o /dev/null
-- Writes enough entries to edit. Within one transaction the head is written once, or its row would grow by a version
-- for each entry.
create function tap.fill(entries bigint)
returns void
language plpgsql
as $$
declare
  entry clinic.audit_entries;
begin
  select h.practice_id, h.sequence, h.hash into entry.practice_id, entry.sequence, entry.hash
  from clinic.audit_heads as h
    join tap.names as n on n.name = 'stillwater' and n.value::uuid = h.practice_id;
  for n in 1 .. entries loop
    entry.sequence := entry.sequence + 1;
    entry.at := clock_timestamp();
    entry.who := 't_proofmira';
    entry.verb := 'client.read';
    entry.target := gen_random_uuid();
    entry.client_id := gen_random_uuid();
    entry.previous_hash := entry.hash;
    entry.hash := clinic.audit_hash(entry);
    insert into clinic.audit_entries values (entry.*);
  end loop;
  update clinic.audit_heads as h
  set sequence = entry.sequence, hash = entry.hash
  where h.practice_id = entry.practice_id;
end
$$;
select tap.fill(100);
\ir ../../sql/tests/tampering.sql
\o

create function tap.random_edit()
returns text
language plpgsql
as $$
declare
  entries constant bigint := (select count(*) from chain);
  one constant bigint := 1 + floor(random() * entries)::bigint;
  other constant bigint := 1 + (one + floor(random() * (entries - 1))::bigint) % entries;
  practice constant text := 'practice_id = ''' || (select value from tap.names where name = 'stillwater') || '''';
  change constant text := (array[
    'verb = ''x.y''', 'who = ''t_proofjonas''', 'at = at + interval ''1 second''', 'target = gen_random_uuid()',
    'client_id = gen_random_uuid()', 'reason_hash = sha256(''x'')', 'hash = sha256(''x'')',
    'previous_hash = sha256(''x'')'])
    [1 + floor(random() * 8)];
  edit text := 'update clinic.audit_entries set ' || change || ' where ' || practice || ' and sequence = ' || one;
begin
  case floor(random() * 7)
    when 0 then return edit;
    when 1 then return format(
      'update clinic.audit_entries set verb = ''x.y'', reason_hash = sha256(''anew'') where %s and sequence = %s; '
      'select tap.rehash(%2$s)',
      practice, one);
    when 2 then return 'delete from clinic.audit_entries where ' || practice || ' and sequence = ' || one;
    when 3 then return format(
      'delete from clinic.audit_entries where %1$s and sequence = %2$s; '
      'update clinic.audit_entries set sequence = -sequence where %1$s and sequence > %2$s; '
      'update clinic.audit_entries set sequence = -sequence - 1 where %1$s and sequence < 0; '
      'select tap.rehash(%2$s)', practice, one);
    -- Never behind the last entry: an entry added there with the right hash looks like one that the practice adds.
    when 4 then return format(
      'update clinic.audit_entries set sequence = -sequence where %1$s and sequence > %2$s; '
      'insert into clinic.audit_entries select (jsonb_populate_record(c, ''{"sequence": %3$s}'')).* from chain as c '
      'where sequence = %2$s; update clinic.audit_entries set sequence = 1 - sequence where %1$s and sequence < 0',
      practice, least(one, entries - 1), least(one, entries - 1) + 1)
      || case when random() < 0.5 then format('; select tap.rehash(%s)', least(one, entries - 1) + 1) else '' end;
    when 5 then return format(
      'update clinic.audit_entries set sequence = 0 where %1$s and sequence = %2$s; '
      'update clinic.audit_entries set sequence = %2$s where %1$s and sequence = %3$s; '
      'update clinic.audit_entries set sequence = %3$s where %1$s and sequence = 0', practice, one, other)
      || case when random() < 0.5 then '; select tap.rehash(1)' else '' end;
    else return format('delete from clinic.audit_entries where %s and sequence >= %s', practice, greatest(one, 2))
      || case when random() < 0.7 then format('; select tap.rehash(%s)', greatest(one, 2)) else '' end;
  end case;
end
$$;

select 'seed ' || :'seed' || setseed(:seed)::text;
select 'not found: ' || edit
from (select tap.random_edit() as edit from generate_series(1, 1000) offset 0) as edits
where not tap.found(edit);
select 'untouched, nothing is found: ' || not tap.found('select 1');

\o /dev/null
select tap.fill(100000 - count(*)) from chain;
\o
select count(*) || ' entries' from chain;
\timing on
select 'verified: ' || tap.answer('mira', 'desk.audit_verify(null, null)');
rollback;
