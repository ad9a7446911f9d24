-- Clients that arrive at once are one change: audited one by one, and taken back as one, but for those with whom
-- something has happened since.
\ir fixture.sql
select no_plan();

insert into tap.names
values
  ('batch', '01900000-0000-7000-8000-0000000000c0'), ('eva', '01900000-0000-7000-8000-0000000000c1'),
  ('finn', '01900000-0000-7000-8000-0000000000c2'), ('gil', '01900000-0000-7000-8000-0000000000c3');
insert into tap.names
select 'arrivals', tap.spelled('[{"id": "{eva}", "full_name": "Eva Sol", "email": "eva@example.org",'
  ' "birth_date": "1980-03-09", "notes": ["Occupation: baker", "likes wrens"]},'
  ' {"id": "{finn}", "full_name": "Finn", "archived": true}]');

create function tap.entries(login text, call text)
returns bigint
language plpgsql
as $$
declare
  before constant bigint := (select count(*) from clinic.audit_entries);
begin
  perform tap.answer(login, call);
  return (select count(*) from clinic.audit_entries) - before;
end
$$;
create function tap.of_import()
returns text
language sql
as $$
  select string_agg(c.full_name || (c.archived_at is not null)::text, ' ' order by c.full_name)
  from clinic.clients as c
  where c.id in (select value::uuid from tap.names where name in ('eva', 'finn', 'gil'))
$$;

select is(
  tap.entries('mira', $$desk.client_import('{batch}', '{arrivals}')$$), 2::bigint, 'each client is in the audit');
select tap.answers_well('mira', $$desk.client_import('{batch}', '[{"id": "{gil}", "full_name": "Gil"}]')$$);
select is(tap.of_import(), 'Eva Solfalse Finntrue Gilfalse', 'all of them are there, archived as they were');
select alike(tap.answer('mira', $$desk.client_get('{eva}')$$), '%eva@example.org,,1980-03-09,Mira%', 'with their details');
select alike(tap.answer('mira', $$desk.client_notes('{eva}')$$), '%wrens%', 'and their notes');
select is(
  tap.entries('mira', $$desk.client_import('{batch}', '{arrivals}')$$), 0::bigint, 'asked again, nothing is added');
delete from clinic.sights;
set local tap.blind = 'on';
select tap.answers('mira', $$desk.client_import('{batch}', '{arrivals}')$$, tap.spelled('PL428 client {eva}'));
set local tap.blind = 'off';
select tap.answers('tom', $$desk.client_get('{eva}')$$, 'PL404 client');
select tap.answers('jonas', $$desk.client_get('{eva}')$$, 'PL404 client');

select tap.answers('mira', $$desk.client_import('{new}', '[{"id": "{ana}", "full_name": "A"}]')$$, 'PL409 this id is another record''s');
select tap.answers('jonas', $$desk.client_import('{batch}', '[]')$$, 'PL409 this id is another change''s');
select tap.answers(login, $$desk.client_import('{new}', '[]')$$, 'PL403 this login belongs to no practitioner')
from unnest(array['leaver', 'stranger']) as login;
select tap.answers(
  'mira', format('desk.client_import(%L, %L)', '01900000-0000-7000-8000-0000000000c9',
    (select jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'full_name', 'n')) from generate_series(1, 501))),
  'PL422 at most 500 clients are imported at once');
select alike(
  tap.answer('mira', $$desk.client_import('{new}', '[{"id": "{nobody}", "full_name": " "}]')$$), '23514 %',
  'a name that nobody sees is none');

-- This transaction has one time, and what happens with a client comes later than they did.
alter table clinic.client_notes disable trigger client_notes_immutable;
update clinic.client_notes as n
set written_at = n.written_at - interval '1 hour'
from tap.names as t
where t.name = 'eva' and n.client_id = t.value::uuid;
alter table clinic.client_notes enable trigger client_notes_immutable;
update clinic.clients as c
set created_at = c.created_at - interval '1 hour'
from tap.names as t
where t.name in ('eva', 'finn', 'gil') and c.id = t.value::uuid;

-- What stays: whoever was edited, invited, noted about, shared, handed over, merged or held. Each alone keeps a client.
select is(
  tap.tried('mira', 'desk.undo_list()', tap.spelled(change)) ~ ',2,1\)', true, 'a client stays after: ' || change)
from unnest(array[
  $$select tap.must('mira', $q$desk.client_edit('{eva}', '{"phone": "1"}')$q$)$$,
  $$select tap.must('mira', $q$desk.client_note('{nobody}', '{eva}', 'x')$q$)$$,
  $$select tap.must('mira', $q$desk.intake_start('{nobody}', '{eva}', '{}', '1.0.0', '[]', 'ok')$q$)$$,
  $$select tap.must('mira', $q$desk.client_share('{eva}', 'Jonas', '2100-01-01')$q$)$$,
  $$select tap.must('mira', $q$desk.client_assign('{eva}', 'Jonas')$q$)$$,
  $$select tap.must('mira', $q$desk.client_merge('{bo}', '{eva}', '{}')$q$)$$,
  $$select tap.must('mira', $q$desk.client_hold('{eva}', 'court')$q$)$$]) as change;

select tap.must('mira', $$desk.client_edit('{eva}', '{"phone": "1"}')$$);
delete from clinic.undo_log where verb = 'client.edit';
select alike(tap.answer('mira', 'desk.undo_list()'), '%client.import,%,2,1)%', 'it is said how many would go, and stay');
select alike(tap.answer('mira', 'desk.undo()'), '(client.import,%,2,1)', 'those with whom nothing happened go at once');
select is(tap.of_import(), 'Eva Solfalse', 'and who was edited stays');
select is(
  (select count(*) from clinic.audit_entries where verb = 'client.erase'), 2::bigint, 'each that went is in the audit');
select is(
  (select count(*) from clinic.erasures as e join tap.names as n on n.value = e.client_id::text), 2::bigint,
  'and goes again after a restore');
select unalike(tap.answer('mira', 'desk.undo_list()'), '%client.import%', 'it is taken back once');

-- Nothing is left to take back when something has happened with every client.
select tap.must('mira', $$desk.client_import('{finn}', '[{"id": "{nobody}", "full_name": "Hal"}]')$$);
select alike(tap.answer('mira', 'desk.undo_list()'), '%client.import,%,1,0)%', 'Hal could be taken back');
select tap.must('mira', $$desk.client_edit('{nobody}', '{"phone": "1"}')$$);
select unalike(tap.answer('mira', 'desk.undo_list()'), '%client.import%', 'and cannot after an edit');

select * from finish();
rollback;
