-- Several browsers under one link: which answers are kept, and how.
\ir fixture.sql
select no_plan();

-- The door learns the practice of a link with its time zone, and nothing about an unknown link.
select tap.answers('door', $$door.practice_of('{sent link}')$$, (select format('(%s,UTC)', practice_id) from clinic.invites where state = 'submitted'));
select tap.answers('door', $$door.practice_of('{new link}')$$, 'no rows');

-- The same answers again get the same receipt, even if the invite has expired since. Other answers are kept beside the
-- first form, up to three times, and do not change it.
create function tap.submit(key text, digest text)
returns text
language sql
as $$
  select tap.answer('door', format(
    $call$door.intake_submit('{sent link}', %L, %L, '{new}', '{}', '1.0.0', '[]', 'ok', '{key}', '\x01')$call$, key, digest))
$$;
select alike(tap.submit('{submission}', '{digest}'), '(replayed,%', 'the same key and digest: the same receipt');
select alike(tap.submit('22222222-2222-4222-8222-222222222222', '{digest}'), '(same_answers,%', 'another key, the same answers');
create temporary table first_form as select * from clinic.intakes where invite_id is not null;
select alike(tap.answer('door', format(
  $call$door.intake_submit('{sent link}', %L, %L, %L, '{"pain.now": 9}', '1.0.0', '{flag}', 'stop', %L, '\x02')$call$,
  '{submission}', '\x' || lpad(n::text, 64, '0'), '01900000-0000-7000-8000-0000000003b' || n, '\x' || lpad(n::text, 64, '0'))),
  '(later,%', 'other answers are a later form: ' || n)
from generate_series(2, 4) as n;
select alike(tap.submit('{submission}', '\x' || lpad('3', 64, '0')), '(replayed,%', 'a later form is stored once');
select is(tap.submit('{submission}', '{key}'), 'PL423 the link has taken four forms already', 'a fifth is refused');
select set_eq(
  $$select ordinal, state from clinic.intakes where invite_id is not null$$,
  $$values (1, 'accepted'), (2, 'flagged'), (3, 'flagged'), (4, 'flagged')$$, 'four forms are kept, each with its red flags');
select set_eq(
  $$select i.* from clinic.intakes as i where i.ordinal = 1 and i.invite_id is not null$$, 'select * from first_form',
  'the first form is unchanged');
select is((select count(*) from clinic.intake_flags as f join clinic.intakes as i on i.id = f.intake_id where i.ordinal > 1),
  3::bigint, 'the flags of later forms are raised');
select is((select count(*) from clinic.audit_entries where verb = 'intake.submit_later'), 3::bigint, 'each is audited');
select alike(tap.answer('door', format($$door.submitted_copy('{sent link}', %L)$$, '\x' || lpad('4', 64, '0'))), '%x02%,4)', 'each sender can read their own again');
update clinic.invites set created_at = '2020-01-01', expires_at = '2020-01-02' where state = 'submitted';
select alike(tap.submit('{submission}', '{digest}'), '(replayed,%', 'also after it expired');
select tap.answers('door', $$door.invite_open('{sent link}')$$, 'PL404 invite');
select is((select count(*) from clinic.intakes where invite_id is not null), 4::bigint, 'and no more is stored');
select alike(tap.answer('door', $$door.submitted_copy('{sent link}', '{key}')$$), '%x01%', 'its sender can read it again');
select tap.answers('door', $$door.submitted_copy('{sent link}', '{digest}')$$, 'no rows');
select is((select count(*) from clinic.audit_entries where verb = 'intake.submit'), 1::bigint, 'and one entry is written');

select tap.answers_well('mira', $$desk.invite_create('01900000-0000-7000-8000-0000000002aa', '{ana}', '{no link}', '2100-01-01', '1.0.0', null)$$);
select tap.answers_well('door', $$door.draft_save('{no link}', '{key}', '\x01')$$);
-- Twenty browsers can keep a draft. A draft without answers makes room for another; drafts with answers are kept, so
-- that there may be no room.
create function tap.begin_draft(n integer, is_empty boolean)
returns text
language sql
as $$
  select tap.answer('door', format($call$door.draft_save('{no link}', %L, '\x01', 0, %L)$call$, '\x' || lpad(to_hex(n), 64, '0'), is_empty))
$$;
select is(tap.begin_draft(n, true), '("")', 'begun: ' || n) from generate_series(1, 30) as n;
select is((select count(*) from clinic.drafts), 20::bigint, 'at most twenty browsers keep a draft');
select alike(tap.answer('door', $$door.draft_load('{no link}', '{key}')$$), '%x01%', 'the one with answers is among them');
select is(tap.begin_draft(n, false), '("")', 'answered: ' || n) from generate_series(41, 59) as n;
select is((select count(*) from clinic.drafts where not is_empty), 20::bigint, 'drafts with answers took the places of empty ones');
select is(tap.begin_draft(60, is_empty), 'PL423 twenty browsers keep a draft of this form already', 'no room')
from unnest(array[true, false]) as is_empty;
select alike(tap.answer('door', $$door.draft_load('{no link}', '{key}')$$), '%x01%', 'the first one is still there');
-- A draft that was begun before somebody else sent the form is kept, and can be sent too.
select tap.answers_well('door', $$door.intake_submit('{no link}', '33333333-3333-4333-8333-333333333333', '{digest}', '01900000-0000-7000-8000-0000000003c1', '{}', '1.0.0', '[]', 'ok', '{open link}', '\x01')$$);
select alike(tap.answer('door', $$door.draft_load('{no link}', '{key}')$$), '%x01%', 'still there');
select tap.answers('door', $$door.draft_save('{no link}', '{key}', '\x05', 1)$$, '("")');
select tap.answers('door', $$door.draft_save('{no link}', '{new link}', '\x05', 0)$$, 'PL409 the form was sent already');
select alike(tap.answer('door', $$door.intake_submit('{no link}', '44444444-4444-4444-8444-444444444444', '{key}', '01900000-0000-7000-8000-0000000003c2', '{}', '1.0.0', '[]', 'ok', '{key}', '\x01', 2)$$), '(later,%', 'sent as a later form');
select tap.answers('door', $$door.draft_load('{no link}', '{key}')$$, 'no rows');

select * from finish();
rollback;
