-- Messages that nobody types: what the day causes, what stops them, links that renew themselves, and notices.
\ir fixture.sql
\ir outbox.sql
select no_plan();

-- What the day causes: only for who agreed, each once, and until it is answered.
create function tap.scheduled(days integer, kind text)
returns text
language plpgsql
as $$
begin
  -- As if everything had happened so many days before.
  set local session_replication_role = replica;
  update clinic.plans set issued_at = issued_at - make_interval(days => days) where state <> 'draft';
  update clinic.checkins set submitted_at = submitted_at - make_interval(days => days);
  update clinic.intakes set submitted_at = submitted_at - make_interval(days => days);
  update clinic.outbox_links set look_at = look_at - make_interval(days => days);
  update clinic.messages
  set created_at = created_at - make_interval(days => days), handed_over_at = handed_over_at - make_interval(days => days),
    occasion = occasion - days;
  set local session_replication_role = origin;
  perform tap.must('outbox', $call$outbox.schedule('{stillwater}')$call$);
  perform tap.must('outbox', $call$outbox.schedule('{stillwater}')$call$);
  return tap.messages(kind);
end
$$;
-- In how long the plan is looked at again.
create function tap.looked_at_in()
returns text
language sql
as $$
  select coalesce(date_trunc('minute', justify_hours(o.look_at - statement_timestamp() + interval '5 seconds'))::text, 'never')
  from clinic.outbox_links as o
  where o.target = tap.spelled('{plan}')::uuid
$$;
select is(tap.scheduled(0, 'checkin'), 'none', 'not within a week');
select is(tap.looked_at_in(), '7 days', 'it is known when to look again');
select is(
  (select o.look_at from clinic.outbox_links as o where o.target = tap.spelled('{open invite}')::uuid), null, 'a form is not looked at again');
select is(tap.scheduled(8, 'checkin'), 'none', 'nobody was asked about reminders');
select is(tap.looked_at_in(), '01:00:00', 'soon, for they may agree at any time');
select tap.reminders('given');
-- By what channel, with a word about reminders and a change.
create function tap.channel_after(state text, change text)
returns text
language plpgsql
as $$
declare
  client constant uuid := tap.spelled('{ana}');
  channel text;
begin
  set local session_replication_role = replica;
  perform tap.reminders(channel_after.state);
  execute tap.spelled(channel_after.change);
  perform set_config('plumbline.practice', tap.spelled('{stillwater}'), true);
  set local session authorization plumbline_outbox;
  execute 'select tap.reminder_channel($1)' into channel using client;
  reset session authorization;
  raise exception using errcode = 'TP000', message = coalesce(channel, 'none');
exception when sqlstate 'TP000' then
  return sqlerrm;
end
$$;
grant usage on schema tap to plumbline_outbox;
create function tap.reminder_channel(client uuid)
returns text
language sql
security definer
as $$ select clinic.reminder_channel(client) $$;
select is(tap.channel_after(state, 'select'), case when state in ('refused', 'withdrawn') then 'none' else 'email' end, state)
from unnest(array['given', 'refused', 'withdrawn', 'renewed', 'overridden']) as state;
select is(tap.channel_after('given', change), expected, change)
from (
  values
    ($$update clinic.clients set email = null where id = '{ana}'$$, 'sms'),
    ($$update clinic.clients set email = null, phone = null where id = '{ana}'$$, 'none'),
    ($$update clinic.clients set archived_at = now() where id = '{ana}'$$, 'none'),
    ($$update clinic.clients set merged_into = '{ana}' where id = '{bo}'$$, 'email'),
    ($$update clinic.clients set merged_into = '{bo}' where id = '{ana}'$$, 'none'),
    ($$update clinic.clients set email = 'bo@example.org' where id = '{bo}'; update clinic.clients set merged_into = '{bo}' where id = '{ana}'$$,
      'email')) as t (change, expected);

select is(tap.scheduled(0, 'checkin'), 'none', 'not looked at within the hour');
update clinic.outbox_links set look_at = look_at - interval '1 hour';
select is(tap.scheduled(0, 'checkin'), 'waiting', 'a week after the last check-in, once');
select tap.make_due();
select tap.newest('checkin');
select alike(tap.begun('newest checkin'), '(checkin,email,ana@example.org,,plan,%', 'with the link of the plan');
select tap.answers_well('outbox', $$outbox.handed_over('{stillwater}', '{newest checkin}')$$);
select is(tap.scheduled(6, 'checkin'), 'sent', 'not yet again');
select is(tap.scheduled(1, 'checkin'), 'sent, waiting', 'a week later again');
select tap.make_due();
select tap.newest('checkin');
select tap.must('door', $$door.checkin_submit('{plan link}', '{submission}', '{key}',
  '01900000-0000-7000-8000-0000000007b1', 'weekly', '{}', '1.0.0', '[]', '[]')$$);
set local session_replication_role = replica;
update clinic.checkins set submitted_at = clock_timestamp() where id = '01900000-0000-7000-8000-0000000007b1';
set local session_replication_role = origin;
select is(tap.begun('newest checkin'), 'no rows', 'not after it was answered');
select is(tap.messages('checkin'), 'sent, cancelled: the client has answered', 'and the list says why');
select is(tap.scheduled(7, 'checkin'), 'sent, cancelled: the client has answered, waiting', 'first');
select is(tap.scheduled(7, 'checkin'), 'sent, cancelled: the client has answered, waiting, waiting', 'second');
select is(tap.scheduled(7, 'checkin'), 'sent, cancelled: the client has answered, waiting, waiting, waiting', 'third');
select is(tap.scheduled(7, 'checkin'), 'sent, cancelled: the client has answered, waiting, waiting, waiting', 'three without an answer are enough');
select is(tap.looked_at_in(), '7 days', 'an answer from now on asks for no other before that');
select tap.must('mira', $$desk.plan_pause('{plan}')$$);
select is(tap.messages('plan_paused'), 'waiting', 'a plan that is paused tells its client, in the same transaction');
select tap.make_due();
select tap.newest('checkin');
select is(tap.begun('newest checkin'), 'no rows', 'nothing is asked of who has no plan to follow');

-- The next visit, and the year.
set local session_replication_role = replica;
update clinic.plans set next_visit = (statement_timestamp() at time zone r.time_zone)::date + 2
from clinic.practices as r
where r.practice_id = clinic.plans.practice_id and clinic.plans.id = tap.spelled('{plan}')::uuid;
set local session_replication_role = origin;
select is(tap.scheduled(0, 'next_visit'), 'waiting', 'two days before a visit, once');
select is(tap.scheduled(310, 'yearly_review'), 'none', 'told within a year');
select is(tap.scheduled(20, 'yearly_review'), 'none', 'somebody who has not been there since');
set local session_replication_role = replica;
update clinic.plans set issued_at = issued_at + interval '60 days' where id = tap.spelled('{plan}')::uuid;
set local session_replication_role = origin;
select is(tap.scheduled(0, 'yearly_review'), 'waiting', 'somebody in care');
select tap.make_due();
select tap.newest('yearly_review');
select alike(
  tap.answer('outbox', $$outbox.begin_try('{stillwater}', '{newest yearly_review}', '{stop}', '{no link}', '{sealed}')$$),
  '(yearly_review,%,invite,"\\\\x0c%', 'with a link that was made for it');
select alike(tap.answer('door', $$door.invite_open('{no link}')$$), '(%,Stillwater,%created,1.0.0%', 'which opens a form');

-- At most three a week of what nobody asked for.
update clinic.messages
set state = 'sent', handed_over_at = statement_timestamp(), reason = null
where id in (select id from clinic.messages where kind = 'checkin' order by created_at limit 3);
select tap.make_due();
select tap.newest('next_visit');
select is(tap.begun('newest next_visit'), 'no rows', 'the fourth');
select is(
  (select next_try_at >= statement_timestamp() + interval '6 days' from clinic.messages where id = tap.spelled('{newest next_visit}')::uuid),
  true, 'waits until a week has gone by');

-- Whose plan is over is not looked at any more.
update clinic.outbox_links set look_at = statement_timestamp();
select is(tap.scheduled(0, 'next_visit') is not null, true, 'looked at while paused');
select is(tap.looked_at_in(), '7 days', 'since it may be resumed');
set local session_replication_role = replica;
update clinic.plans set state = 'closed', paused_at = null, closed_at = now() where id = tap.spelled('{plan}')::uuid;
set local session_replication_role = origin;
update clinic.outbox_links set look_at = statement_timestamp();
select is(tap.scheduled(0, 'next_visit') is not null, true, 'looked at once closed');
select is(tap.looked_at_in(), 'never', 'for the last time');
set local session_replication_role = replica;
update clinic.plans set state = 'paused', paused_at = now(), closed_at = null where id = tap.spelled('{plan}')::uuid;
set local session_replication_role = origin;

-- Asking for no more.
select is(tap.answer('door', $$door.stop_open('{stop}')$$), '(f,Stillwater,,,Mira,' || (select time_zone from clinic.practices limit 1) || ')', 'the page of the link');
select tap.answers('door', $$door.stop_open('{open link}')$$, 'PL404 link');
select tap.answers('door', $$door.stop('{no link}')$$, 'PL404 link');
select isnt((select count(*) from clinic.messages where state = 'waiting'), 0::bigint, 'looking at it stops nothing');
select tap.answers_well('door', $$door.stop('{stop}')$$);
select is(
  (select count(*) from clinic.messages where state = 'waiting' and client_id is not null), 0::bigint, 'nothing waits any more');
select alike(tap.answer('mira', $$desk.client_consents('{ana}')$$), '(consent.reminders,withdrawn,,link,1.0.0,,,%', 'it stands in the record');
select tap.answers_well('door', $$door.stop('{stop}')$$);
select is(
  (select count(*) from clinic.consent_entries where source = 'link'), 1::bigint, 'once');
select is(
  tap.answer('mira', $$desk.invite_send('{open invite}', 'email')$$), 'PL423 the client asked for no more messages',
  'what a therapist would send is refused');
select tap.reminders('renewed');
select alike(tap.answer('mira', $$desk.invite_send('{open invite}', 'email')$$), '(invite,%', 'until the client agrees again');
select tap.reminders('refused');
select alike(tap.answer('mira', $$desk.invite_send('{open invite}', 'email')$$), '(invite,%', 'a no to reminders is none to invites');
select tap.answers('mira', $$desk.invite_remind('{open invite}')$$, 'PL423 the client refused reminders');

-- A link that has expired renews itself.
select tap.answers('door', $$door.link_renew('{open link}', '{new link}', '{sealed}')$$, 'PL404 invite');
update clinic.invites
set created_at = '2020-01-01', expires_at = '2020-01-02'
where id in (tap.spelled('{open invite}')::uuid, tap.spelled('{sent invite}')::uuid);
select is(tap.answer('door', $$door.link_renew('{no link}', '{key}', '{sealed}')$$), 'PL404 invite', 'one that is still good');
select tap.answers('door', $$door.link_renew('{open link}', '{key}', '{sealed}')$$, '(sent)');
select is(tap.messages('new_link'), 'waiting', 'it goes to the address on record');
select tap.newest('new_link');
select alike(tap.begun('newest new_link'), '(new_link,email,ana@example.org,,invite,%', 'at once');
select tap.answers('door', $$door.link_renew('{open link}', '{another}', '{sealed}')$$, '(sent)');
select tap.answers('door', $$door.link_renew('{open link}', '{key}', '{sealed}')$$, '(sent)');
select is(tap.messages('new_link'), 'waiting, waiting', 'twice a day');
select tap.answers('door', $$door.link_renew('{sent link}', '{key}', '{sealed}')$$, '(told)');
select tap.must('mira', $$desk.client_edit('{ana}', '{"email": null, "phone": null}')$$);
select tap.answers('door', $$door.link_renew('{open link}', '{key}', '{sealed}')$$, '(told)');

-- The therapist is told, by a message that names nobody; one at a time.
select tap.must('door', $$door.link_wish('{open link}', 'new_link')$$);
select is((select count(*) from clinic.messages where kind = 'notice'), 0::bigint, 'nobody without an address');
select tap.must('mira', $$desk.notice_address('mira@example.org')$$);
select tap.must('door', call)
from unnest(array[
  $$door.checkin_submit('{plan link}', '{submission}', '{digest}', '01900000-0000-7000-8000-0000000007b2', 'worry', '{}', '1.0.0',
    '[{"flag": "rf.y", "urgency": "emergency", "title": "Y"}]', '[]')$$,
  $$door.wish_save('{sent link}', '{key}', 'copy_of_record')$$]) as call;
select is((select count(*) from clinic.messages where kind = 'notice'), 1::bigint, 'one is enough while it waits');
select tap.newest('notice');
select is(tap.begun('newest notice'), '(notice,email,mira@example.org,,invite,,Stillwater,,,,Mira)', 'to her own address');

-- Erasure.
select isnt((select count(*) from clinic.outbox_links where client_id = tap.spelled('{ana}')::uuid), 0::bigint, 'before');
select tap.answers_well('operator', $$operator.erase_again('{stillwater}', '{ana}')$$);
select is(
  (select count(*) from clinic.outbox_links where client_id = tap.spelled('{ana}')::uuid)
    + (select count(*) from clinic.messages where client_id = tap.spelled('{ana}')::uuid)
    + (select count(*) from clinic.links where target = tap.spelled('{ana}')::uuid), 0::bigint,
  'no message is left, no secret, and no link to stop them');

select * from finish();
rollback;
