-- What has ended has ended for a transaction that was begun before, too, and a day is that of the practice's place.
-- In a test the transaction's time stands still, and a statement's goes on.
\ir fixture.sql
select no_plan();

select is_empty(
  $$select p.oid::regprocedure from pg_proc as p
    where p.pronamespace::regnamespace::text in ('clinic', 'door', 'desk', 'operator')
      and coalesce(pg_get_function_sqlbody(p.oid), p.prosrc) ~* '[<>]=?\s*\(*now\(\)|current_date'$$,
  'no function compares with the time at which its transaction began, or asks for the day of the session');
select is_empty(
  $$select c.oid::regclass from pg_class as c
    where c.relnamespace = 'clinic'::regnamespace and c.relkind = 'v'
      and pg_get_viewdef(c.oid) ~ '[<>]=?\s*\(*now\(\)|CURRENT_DATE'$$,
  'and no view');

-- A moment after the transaction began and before the calls that follow.
create temporary table moment as select clock_timestamp() as passed;
select is(
  tap.answer('mira', format(call, passed)), expected, 'in the past: ' || call)
from moment
  cross join (
    values
      ($$desk.invite_create('01900000-0000-7000-8000-0000000000f1', '{ana}', '{new link}', '%s', '1.0.0', null)$$,
        'PL422 an invite expires in the future'),
      ($$desk.client_share('{ana}', 'Jonas', '%s')$$, 'PL422 a share ends in the future')
  ) as refused (call, expected);
update clinic.plan_copies set expires_at = (select m.passed from moment as m);
select tap.answers('door', call, 'PL404 plan')
from unnest(array[
  $$door.plan_open('{plan link}')$$, $$door.checkin_open('{plan link}')$$,
  $$door.checkin_submit('{plan link}', '{checkin key}', '{key}', '{new}', 'weekly', '{}', '1.0.0', '[]', '[]')$$]) as call;
update clinic.invites set expires_at = (select m.passed from moment as m) where state = 'created';
select alike(tap.answer('mira', 'desk.invite_list()'), '%,expired,%', 'a link that ended a moment ago is expired');

-- A check-in of a day ago no longer counts against the twelve of a day.
update clinic.plan_copies set expires_at = '2100-01-01';
insert into clinic.short_ids (practice_id, short_id, kind, id)
select k.practice_id, 'ck' || lpad(n::text, 2, '0'), 'checkin', ('01900000-0000-7000-8000-0000000009' || lpad(n::text, 2, '0'))::uuid
from clinic.checkins as k
  cross join generate_series(1, 11) as n;
insert into clinic.checkins
  (practice_id, id, short_id, client_id, plan_id, form, submission_key, digest, content_version, answers)
select k.practice_id, s.id, s.short_id, k.client_id, k.plan_id, k.form, s.id, k.digest, k.content_version, '{}'
from clinic.checkins as k
  -- By their ids, because the short id of another may begin with the same letters.
  join clinic.short_ids as s
    on s.practice_id = k.practice_id and s.id::text like '01900000-0000-7000-8000-0000000009__';
select tap.answers('door',
  $$door.checkin_submit('{plan link}', '{checkin key}', '{key}', '{new}', 'weekly', '{}', '1.0.0', '[]', '[]')$$,
  'PL423 the plan has taken twelve check-ins today');
set local session_replication_role = replica;
update clinic.checkins set submitted_at = now() - interval '1 day' + interval '1 microsecond';
set local session_replication_role = origin;
select alike(tap.answer('door',
  $$door.checkin_submit('{plan link}', '{checkin key}', '{key}', '{new}', 'weekly', '{}', '1.0.0', '[]', '[]')$$),
  '(stored,%', 'a day later by the clock there is room again');

-- On Kiritimati it is tomorrow already for half of the day, on Midway still yesterday. The sessions are in UTC.
create function tap.place(zone text, visit_on date)
returns void
language plpgsql
as $$
begin
  update clinic.practices set time_zone = zone;
  perform tap.must('mira', format($call$desk.visit_edit('{draft visit}', '%s', 60, '{done}')$call$, visit_on));
  set local session_replication_role = replica;
  update clinic.plans set next_visit = visit_on where state = 'issued';
  set local session_replication_role = origin;
end
$$;
create temporary table places as
select zone, (now() at time zone zone)::date as today
from unnest(array['Pacific/Kiritimati', 'Pacific/Midway', 'UTC']) as zone;
\o /dev/null
select tap.place(p.zone, p.today + 1) from places as p where p.zone = 'Pacific/Kiritimati';
\o
select is(tap.tried('mira', $$desk.visit_sign('{draft visit}')$$), 'PL422 the visit is still to come', 'tomorrow on Kiritimati');
select unalike(tap.answer('mira', 'desk.today_records()'), '%visits_due%', 'is not due there');
\o /dev/null
select tap.place(p.zone, p.today) from places as p where p.zone = 'Pacific/Kiritimati';
\o
select is(tap.tried('mira', $$desk.visit_sign('{draft visit}')$$), '("")', 'today on Kiritimati');
select alike(tap.answer('mira', 'desk.today_records()'), '%visits_due%', 'is due there');
\o /dev/null
select tap.place(p.zone, p.today + 1) from places as p where p.zone = 'Pacific/Midway';
\o
select is(tap.tried('mira', $$desk.visit_sign('{draft visit}')$$), 'PL422 the visit is still to come', 'tomorrow on Midway');
select unalike(tap.answer('mira', 'desk.today_records()'), '%visits_due%', 'is not due there');

select * from finish();
rollback;
