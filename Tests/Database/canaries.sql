-- Included after sql/tests/fixture.sql: puts a canary into every value whose constraints allow one, and commits. Then
-- prints every value that must never be seen: the canary and all ids, short ids and hashes.
\o /dev/null
set local session_replication_role = replica;
\ir ../../sql/tests/photos.sql
select tap.must('door', $$door.draft_save('{open link}', '{key}', '\x01')$$);
select tap.must('door', $$door.resume_code_save('{open link}', '{key}', '{digest}', '\x01')$$);
select tap.must('mira', $$desk.client_share('{ana}', 'Jonas', '2100-01-01')$$);
select tap.must('mira', $$desk.intake_amend('{flagged}', '{"note": "x"}', '1.0.0', '[]', 'ok', 'x')$$);
select tap.must('mira', $$desk.evaluation_amend('{evaluation}', '{body}', '1.0.0', 'x')$$);
select tap.must('door', $$door.checkin_submit('{plan link}', '{checkin key}', '{key}',
  '01900000-0000-7000-8000-0000000000b9', 'full', '{}', '1.0.0',
  '[{"flag": "rf.c", "urgency": "caution", "title": "C"}]', '["hc.a"]')$$);
select tap.must('mira', $$desk.visit_amend('{visit}', 'x')$$);
select tap.must('door', $$door.wish_save('{sent link}', '{key}', 'copy_of_record')$$);
select tap.must('jonas', $$desk.client_break_glass('{bo}', 'x')$$);
select tap.must('mira', $$desk.plan_template_save('neck', '[{"item": "hc.a"}]')$$);
do $$
declare
  held record;
begin
  for held in
    select a.attrelid::regclass as name, a.attname as held, a.atttypid::regtype::text as type
    from pg_attribute as a
      join pg_class as c on c.oid = a.attrelid
    where c.relnamespace = 'clinic'::regnamespace and c.relkind = 'r' and a.attnum > 0 and a.attgenerated = ''
      and a.atttypid::regtype::text in ('text', 'jsonb', 'bytea')
      and c.relname not in (
        'migrations', 'routines', 'registered_texts', 'role_settings', 'migration_turn', 'short_ids',
        'content_versions')
  loop
    begin
      execute format(
        'update %s set %I = %s', held.name, held.held,
        case held.type
          when 'text' then '''CANARY '' || md5(random()::text)'
          when 'jsonb' then '''{"findings": {"a": "CANARY"}, "trigger_points": [], "CANARY": 1}'''
          else 'convert_to(''CANARY '' || md5(random()::text), ''UTF8'')'
        end);
    exception
      when check_violation or unique_violation then null;
    end;
  end loop;
end
$$;
-- Ana was imported by Mira, who may repeat that call.
insert into clinic.undo_log (practice_id, id, made_by, verb, target, before, undo_until)
select c.practice_id, '01900000-0000-7000-8000-0000000000c0', c.practitioner_id, 'client.import', c.practice_id,
  jsonb_build_object('clients', jsonb_build_array(c.id)), now() + interval '1 day'
from clinic.clients as c
  join tap.names as n on n.name = 'ana' and n.value = c.id::text;
\o
commit;

select 'CANARY';
select encode('CANARY', 'hex');
select id from clinic.clients;
select short_id from clinic.short_ids;
select id from clinic.intakes;
select id from clinic.plans;
select id from clinic.invites;
select id from clinic.practitioners;
select practice_id from clinic.practices;
select role_name from clinic.logins;
select encode(secret_hash, 'hex') from clinic.links;
select encode(hash, 'hex') from clinic.audit_heads;
