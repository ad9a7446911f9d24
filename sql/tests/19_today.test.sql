-- The next step for each client.
\ir fixture.sql
select no_plan();

-- The needs of Bo, whom the fixture only adds.
create function tap.steps()
returns text
language sql
as $$
  select coalesce(string_agg((regexp_match(r, '^\((\w+),'))[1], ' ' order by r), 'none')
  from tap.rows_for('mira', 'desk.today_records()') as r
  where r like '%陈波%'
$$;
create function tap.age(days integer, tables text[])
returns void
language plpgsql
as $$
declare
  aged text;
begin
  set local session_replication_role = replica;
  foreach aged in array tables loop
    execute format(
      'update clinic.%s set %2$s = %2$s - make_interval(days => %3$s) where client_id = %4$L',
      split_part(aged, '.', 1), split_part(aged, '.', 2), days, tap.spelled('{bo}'));
  end loop;
  set local session_replication_role = origin;
end
$$;

select is(tap.steps(), 'none', 'who has sent nothing waits for nothing');
select tap.must('mira', $$desk.intake_start('01900000-0000-7000-8000-0000000000f1', '{bo}', '{}', '1.0.0', '[]', 'ok')$$);
select is(tap.steps(), 'none', 'an intake that is not accepted stands among the intakes to review');
select tap.must('mira', $$desk.intake_accept('01900000-0000-7000-8000-0000000000f1')$$);
select is(tap.steps(), 'clients_to_examine', 'accepted, without findings');
select tap.must('mira', $$desk.evaluation_record('01900000-0000-7000-8000-0000000000f2', '{bo}', '{body}', '1.0.0')$$);
select is(tap.steps(), 'evaluations_unsigned', 'a draft waits to be signed and for nothing else');
select tap.must('mira', $$desk.evaluation_sign('01900000-0000-7000-8000-0000000000f2')$$);
select is(tap.steps(), 'clients_to_plan', 'examined, without a plan');
select tap.must('mira', $$desk.plan_create('01900000-0000-7000-8000-0000000000f3', '{bo}', '01900000-0000-7000-8000-0000000000f1',
  '01900000-0000-7000-8000-0000000000f2', '1.0.0', '[{"item": "hc.a"}]')$$);
select is(tap.steps(), 'plans_in_draft', 'a draft waits to be issued');
select tap.must('mira', $$desk.plan_issue('01900000-0000-7000-8000-0000000000f3', '{}', '[]', '{new link}', '\x05', '\x0b', '2100-01-01', '{basis of 01900000-0000-7000-8000-0000000000f3}')$$);
select is(tap.steps(), 'none', 'issued, nothing waits');
select tap.age(400, array['intakes.submitted_at', 'intakes.accepted_at']);
select is(tap.steps(), 'reviews_due', 'a form of more than a year ago, of a client in care');
select tap.age(400, array['plans.issued_at', 'plans.created_at']);
select is(tap.steps(), 'none', 'and not of one who has not come for a year');
select tap.must('mira', $$desk.intake_start('01900000-0000-7000-8000-0000000000f4', '{bo}', '{}', '1.0.0', '[]', 'ok')$$);
select tap.must('mira', $$desk.intake_accept('01900000-0000-7000-8000-0000000000f4')$$);
select is(tap.steps(), 'plans_to_revise', 'who comes back with a newer form gets a newer plan');
select tap.must('mira', $$desk.plan_pause('01900000-0000-7000-8000-0000000000f3')$$);
select is(tap.steps(), 'plans_paused', 'a paused plan waits');
select tap.must('mira', $$desk.plan_revise('01900000-0000-7000-8000-0000000000f5', '01900000-0000-7000-8000-0000000000f3')$$);
select is(tap.steps(), 'plans_in_draft plans_paused', 'until its revision is issued');
select tap.must('mira', $$desk.plan_close('01900000-0000-7000-8000-0000000000f3')$$);
select tap.must('mira', $$desk.client_archive('{bo}', 'moved')$$);
select is(tap.steps(), 'plans_in_draft', 'of an archived client nothing but what was begun');

-- No other therapist is shown it.
select unalike(tap.answer(login, 'desk.today_records()'), '%陈波%', login || ' is told nothing')
from unnest(array['jonas', 'tom']) as login;

select * from finish();
rollback;
