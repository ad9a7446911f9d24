-- Messages: who gets one and who does not, when, once, and what the outbox is told of it.
\ir fixture.sql
\ir outbox.sql
select no_plan();

-- The outbox and the key.
select tap.answers('mira', 'desk.outbox_key()', 'no rows');
select tap.answers_well('outbox', $$outbox.key_register('{public key}')$$);
select tap.answers_well('outbox', $$outbox.key_register('{public key}')$$);
select is(tap.answer(login, face || '.outbox_key()'), '("\\x' || repeat('0e', 32) || '")', login || ' seals to it')
from (values ('mira', 'desk'), ('door', 'door')) as t (login, face);
select alike(tap.answer('outbox', call), '42501 permission denied%', 'the outbox may not call: ' || call)
from unnest(array['desk.client_list(true)', $$door.invite_open('{open link}')$$, 'operator.practice_list()', 'clinic.today()']) as call;
select is(
  (select count(*) from tap.rows_for('outbox', 'outbox.practices()')), 2::bigint, 'it goes through the practices');

-- Sending an invite.
select tap.answers(
  'mira', $$desk.invite_send('{sent invite}', 'email')$$, 'PL423 the form was sent');
select alike(
  tap.answer('mira', $$desk.invite_send('{open invite}', 'email', '2099-06-01', '[48, 24]')$$),
  '(invite,%) / (invite_reminder,"2099-05-30 09:00:00+00") / (invite_reminder,"2099-05-31 09:00:00+00")',
  'now, and two reminders before the visit');
select tap.answers('mira', $$desk.invite_send('{open invite}', 'email', '2020-01-01')$$, 'PL422 the day of the visit is over');
select is(tap.messages('invite'), 'waiting, waiting', 'they wait, beside the one of the fixture');
select tap.must(
  'mira', $$desk.invite_create('01900000-0000-7000-8000-0000000002b1', '{bo}', '{new link}', '2100-01-01', '1.0.0', null)$$);
select tap.answers(
  'mira', $$desk.invite_send('01900000-0000-7000-8000-0000000002b1', 'email')$$, 'PL423 there is no address on record');
select tap.must('mira', $$desk.client_edit('{bo}', '{"email": "bo@example.org"}')$$);
select tap.answers(
  'mira', $$desk.invite_send('01900000-0000-7000-8000-0000000002b1', 'email')$$,
  'PL409 the secret of this link is not known here; only who has the link knows it');
select tap.answers('mira', $$desk.link_seal('{no link}', '{sealed}')$$, 'PL404 invite');
select tap.answers(login, $$desk.link_seal('{open link}', '{sealed}')$$, 'PL404 ' || kind)
from (values ('jonas', 'client'), ('tom', 'invite')) as t (login, kind);
select alike(tap.answer('mira', $$desk.invite_remind('{open invite}')$$), '(%)', 'a reminder by hand');
select tap.answers(
  'mira', $$desk.invite_remind('{open invite}')$$, 'PL409 a reminder of this invite goes out within a day, or did so less than a day ago');

-- What the outbox is told: where to, whose, and what the link is; not the client's name.
select tap.make_due();
select is(
  tap.begun(), '(invite,email,ana@example.org,,invite,"\\x' || repeat('0c', 80) || '",Stillwater,,,,Mira)', 'all of it');
select unalike(
  (select string_agg(t, ' ') from tap.rows_for('outbox', $$outbox.due('{stillwater}', 100)$$) as t), '%Ana%', 'no name');
select is(tap.begun(), 'no rows', 'somebody else has begun');
select tap.make_due();
select alike(tap.begun(), '(invite,%', 'begun again when the first was killed');
select is(
  (select date_trunc('minute', next_try_at - statement_timestamp() + interval '5 seconds') from clinic.messages where id = tap.spelled('{message}')::uuid),
  interval '10 minutes', 'each wait is longer');
select tap.answers_well('outbox', $$outbox.handed_over('{stillwater}', '{message}')$$);
select alike(tap.messages('invite'), 'sent, waiting', 'handed over once');
select tap.make_due();
select is(tap.begun(), 'no rows', 'and not begun again');
select is(
  (select count(*) from clinic.audit_entries where verb = 'message.hand_over' and target = tap.spelled('{message}')::uuid), 1::bigint,
  'the audit says so');
select tap.answers('mira', $$desk.message_cancel('{message}')$$, 'PL409 the message is sent already');
select tap.answers_well('mira', $$desk.message_bounced('{message}', 'no such address')$$);
select alike(
  tap.answer('mira', 'desk.today_records()'), '%messages_failed,01900000,' || tap.spelled('{ana}') || ',"Ana Lima"%',
  'one that came back stands in today, with its client');
select tap.answers_well('mira', $$desk.message_retry('{message}')$$);
select alike(tap.messages('invite'), 'waiting, waiting', 'tried again');
select tap.answers('mira', $$desk.message_get('{nobody}')$$, 'PL404 message');
select tap.answers('mira', $$desk.message_get('%')$$, 'PL404 message');
select alike(tap.answer('mira', $$desk.message_get('01900000')$$), '(01900000-0000-4000-8000-000000000901,%', 'by its beginning');

-- Failing: ten tries, or one for good.
select tap.make_due();
select tap.begun();
select tap.answers_well('outbox', $$outbox.failed('{stillwater}', '{message}', 'the mail system refused', false)$$);
select alike(tap.messages('invite'), 'waiting, waiting', 'one try is not the last');
update clinic.messages set tries = 10 where id = tap.spelled('{message}')::uuid;
select tap.answers_well('outbox', $$outbox.failed('{stillwater}', '{message}', 'the mail system refused', false)$$);
select alike(tap.messages('invite'), 'failed: the mail system refused, waiting', 'ten are');
select tap.answers_well('mira', $$desk.message_cancel('{message}')$$);

-- Coming back, as a mail system reports: of any practice, and once.
select tap.answers('outbox', $$outbox.bounced('{stillwater}', '{message}', 'no such address')$$, '(unknown)');
set local session_replication_role = replica;
update clinic.messages set state = 'sent', reason = null, handed_over_at = statement_timestamp()
where id = tap.spelled('{message}')::uuid;
set local session_replication_role = origin;
select tap.answers('outbox', $$outbox.bounced('{harbour}', '{message}', 'no such address')$$, '(unknown)');
select alike(tap.answer('outbox', $$outbox.bounced('{stillwater}', '{message}', ' ')$$), '23514 %', 'a reason that nobody sees');
select tap.answers('outbox', $$outbox.bounced('{stillwater}', '{message}', 'no such address')$$, '(noted)');
select tap.answers('outbox', $$outbox.bounced('{stillwater}', '{message}', 'no such address')$$, '(unknown)');
select alike(tap.messages('invite'), 'bounced: no such address, waiting', 'it is known to have come back');
select is(
  (select string_agg(e.who, ' ') from clinic.audit_entries as e
    where e.verb = 'message.bounce' and e.target = tap.spelled('{message}')::uuid),
  't_proofmira plumbline_outbox', 'each time with who said so');
select alike(
  (select string_agg(t, ' ') from tap.rows_for('mira', $$desk.client_timeline('{ana}', null)$$) as t),
  '%message.hand_over%bounced,"invite: no such address"%', 'and stands in what happened with the client');
select alike(tap.answer('mira', 'desk.today_records()'), '%(messages_failed,%', 'and in today');
select tap.newest('invite');
update clinic.messages set tries = 1 where id = tap.spelled('{newest invite}')::uuid;
select is(
  tap.answer('outbox', $$outbox.bounced('{stillwater}', '{newest invite}', 'no such address')$$), '(later)',
  'one that comes back before it is known to have been taken');
set local session_replication_role = replica;
update clinic.messages set state = 'sent', reason = null, handed_over_at = statement_timestamp() - interval '11 days'
where id = tap.spelled('{message}')::uuid;
set local session_replication_role = origin;
select is(
  tap.answer('outbox', $$outbox.bounced('{stillwater}', '{message}', 'no such address')$$), '(unknown)',
  'no mail system tries for so long');

-- Quiet hours, in the practice's time zone.
grant usage on schema tap to plumbline_outbox;
create function tap.owned_waking_hour(at timestamptz)
returns timestamptz
language sql
security definer
as $$ select clinic.waking_hour(at) $$;
create function tap.waking_hour(zone text, at timestamptz)
returns timestamptz
language plpgsql
as $$
declare
  hour timestamptz;
begin
  update clinic.practices set time_zone = zone;
  perform set_config('plumbline.practice', tap.spelled('{stillwater}'), true);
  set local session authorization plumbline_outbox;
  execute 'select tap.owned_waking_hour($1)' into hour using at;
  reset session authorization;
  return hour;
end
$$;
select is(tap.waking_hour(zone, at::timestamptz), expected::timestamptz, zone || ' at ' || at)
from (
  values
    ('UTC', '2026-06-01 07:59Z', '2026-06-01 08:00Z'), ('UTC', '2026-06-01 08:00Z', '2026-06-01 08:00Z'),
    ('UTC', '2026-06-01 19:59Z', '2026-06-01 19:59Z'), ('UTC', '2026-06-01 20:00Z', '2026-06-02 08:00Z'),
    ('America/Los_Angeles', '2026-06-01 05:00Z', '2026-06-01 15:00Z'),
    ('Asia/Tokyo', '2026-06-01 05:00Z', '2026-06-01 05:00Z'),
    ('Europe/Berlin', '2026-10-24 19:00Z', '2026-10-25 07:00Z')) as t (zone, at, expected);
select tap.make_due();
update clinic.practices
set time_zone = (
  select z.name
  from pg_timezone_names as z
  where z.name ~ '^Etc/GMT[+-][0-9]+$' and extract(hour from statement_timestamp() at time zone z.name) = 23
  limit 1);
select tap.newest('invite_reminder');
select is(tap.begun('newest invite_reminder'), 'no rows', 'nothing goes out at night');
select is(
  (select next_try_at > statement_timestamp() + interval '8 hours' from clinic.messages where id = tap.spelled('{newest invite_reminder}')::uuid),
  true, 'it waits for the morning');

select * from finish();
rollback;
