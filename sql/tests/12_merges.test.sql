-- After a merge the records of both sides count for the plans of both, and after it is taken back they no longer do. So
-- issued plans are paused with it that could not be resumed then. Ana holds `plan` and `watched`, which has a pausing
-- flag; Bo holds `bo plan`.
\ir fixture.sql
\ir pauses.sql
select no_plan();

insert into tap.names
values
  ('watched', '01900000-0000-7000-8000-0000000000ba'), ('watched link', '\x' || repeat('0b', 32)),
  ('bo intake', '01900000-0000-7000-8000-0000000000c1'), ('bo news', '01900000-0000-7000-8000-0000000000c2'),
  ('bo plan', '01900000-0000-7000-8000-0000000000c3'), ('bo link', '\x' || repeat('0d', 32)),
  ('shared', '01900000-0000-7000-8000-0000000000c4'), ('shared link', '\x' || repeat('0e', 32));
select tap.must('mira', call)
from unnest(array[
  $$desk.intake_acknowledge('{flagged}', 'rf.x', 'adapt', 'seen')$$, $$desk.evaluation_discard('{draft}')$$,
  $$desk.plan_create('{watched}', '{ana}', '{intake}', '{evaluation}', '1.0.0', '[{"item": "hc.a"}]')$$,
  $$desk.plan_issue('{watched}', '{}', '[]', '{watched link}', '\x08', '\x0b', '2100-01-01', '{"intake": "{intake}", "evaluation": "{evaluation}",
    "content_version": "1.0.0", "items": [{"item": "hc.a"}], "pausing_flags": ["rf.touch"]}')$$,
  $$desk.intake_start('{bo intake}', '{bo}', '{"consent.treatment": true}', '1.0.0', '[]', 'ok')$$, $$desk.intake_accept('{bo intake}')$$,
  $$desk.plan_create('{bo plan}', '{bo}', '{bo intake}', null, '1.0.0', '[{"item": "hc.a"}]')$$,
  $$desk.plan_issue('{bo plan}', '{}', '[]', '{bo link}', '\x09', '\x0b', '2100-01-01', '{basis of {bo plan}}')$$]) as call;

-- An intake of Bo's from before Ana's counts too: whoever accepted hers did not see it.
create function tap.bo_told(flag text, urgency text)
returns void
language plpgsql
as $$
begin
  perform tap.must('mira', format(
    $call$desk.intake_start('{bo news}', '{bo}', '{}', '1.0.0', '[{"flag": "%s", "urgency": "%s", "title": "X"}]', 'ok')$call$, flag, urgency));
  set local session_replication_role = replica;
  update clinic.intakes set submitted_at = now() - interval '1 year' where id = tap.spelled('{bo news}')::uuid;
  set local session_replication_role = origin;
end
$$;
select is(tap.pauses('mira', call, change), expected, call || ' after ' || change)
from unnest(array[
  $$desk.client_merge('{bo}', '{ana}', '{}')$$, $$desk.client_merge('{ana}', '{bo}', '{}')$$]) as call
  cross join (
    values
      ($$select tap.bo_told('rf.new', 'emergency')$$, 'plan by t_proofmira for rf.new; watched by t_proofmira for rf.new'),
      ($$select tap.bo_told('rf.new', 'urgent')$$, 'plan by t_proofmira for rf.new; watched by t_proofmira for rf.new'),
      ($$select tap.bo_told('rf.touch', 'refer')$$, 'watched by t_proofmira for rf.touch'),
      ($$select tap.bo_told('rf.touch', 'caution')$$, 'watched by t_proofmira for rf.touch'),
      ($$select tap.bo_told('rf.new', 'refer')$$, 'nothing'),
      (
        $$select tap.bo_told('rf.new', 'urgent');
          select tap.must('mira', $q$desk.intake_acknowledge('{bo news}', 'rf.new', 'proceed', 'seen')$q$)$$, 'nothing'),
      (
        $$select tap.must('door', $q$door.checkin_submit('{bo link}', '{checkin key}', '{key}', '{bo news}', 'weekly', '{}', '1.0.0',
          '[{"flag": "rf.touch", "urgency": "refer", "title": "X"}]', '[]')$q$)$$, 'watched by t_proofmira for rf.touch'),
      (
        $$select tap.must('door', $q$door.checkin_submit('{bo link}', '{checkin key}', '{key}', '{bo news}', 'weekly', '{}', '1.0.0',
          '[{"flag": "rf.new", "urgency": "emergency", "title": "X"}]', '[]')$q$)$$, 'plan by t_proofmira for rf.new; watched by t_proofmira for rf.new'),
      (
        $$select tap.must('door', $q$door.checkin_submit('{plan link}', '{checkin key}', '{key}', '{bo news}', 'weekly', '{}', '1.0.0',
          '[{"flag": "rf.new", "urgency": "emergency", "title": "X"}]', '[]')$q$)$$, 'bo plan by t_proofmira for rf.new'),
      (
        $$select tap.must('mira', $q$desk.client_consent_withdraw('{bo}', 'consent.treatment', 'wish')$q$);
          set local session_replication_role = replica;
          update clinic.consent_entries set at = now() + interval '1 minute' where client_id = '{bo}' and source = 'wish';
          set local session_replication_role = origin$$,
        'plan by t_proofmira for consent.treatment is withdrawn; watched by t_proofmira for consent.treatment is withdrawn'),
      ($$select$$, 'nothing')) as changes (change, expected);

-- What the merge paused is resumed when the other record's intake has been read, or the merge was taken back.
select tap.bo_told('rf.touch', 'refer');
select tap.must('mira', $$desk.client_merge('{bo}', '{ana}', '{}')$$);
select is(
  tap.answer('mira', $$desk.plan_resume('{watched}')$$),
  (
    select 'PL423 intake ' || i.short_id || ' is to be read first: nobody has acknowledged rf.touch'
    from clinic.intakes as i
    where i.id = tap.spelled('{bo news}')::uuid), 'the older intake of the other record is to be read');
select is(
  tap.tried('mira', $$desk.plan_resume('{watched}')$$, format('select tap.must(%L, %L)', 'mira', call)), '("")', 'resumed after ' || call)
from unnest(array[
  $$desk.intake_acknowledge('{bo news}', 'rf.touch', 'proceed', 'seen')$$, $$desk.client_unmerge('{bo}')$$, 'desk.undo()']) as call;
select tap.must('mira', $$desk.intake_acknowledge('{bo news}', 'rf.touch', 'proceed', 'seen')$$);

-- A plan that was made from the other's records is paused when they are not the client's any more.
select tap.must('mira', call)
from unnest(array[
  $$desk.plan_create('{shared}', '{ana}', '{bo intake}', '{evaluation}', '1.0.0', '[{"item": "hc.a"}]')$$,
  $$desk.plan_issue('{shared}', '{}', '[]', '{shared link}', '\x09', '\x0b', '2100-01-01', '{basis of {shared}}')$$]) as call;
select is(
  tap.pauses('mira', call), 'shared by t_proofmira for made from records of another client', call)
from unnest(array[$$desk.client_unmerge('{bo}')$$, 'desk.undo()']) as call;
select tap.must('mira', $$desk.client_unmerge('{bo}')$$);
select tap.answers(
  'mira', $$desk.plan_resume('{shared}')$$, 'PL423 the plan was made from records of another client; revise it instead');
select tap.answers_well('mira', $$desk.plan_revise('{nobody}', '{shared}', '{"intake": "{intake}", "evaluation": "{evaluation}", "content_version": "1.0.0"}')$$);

select * from finish();
rollback;
