-- A client's earlier answers need more than the link: the birth date on record or a code, within five tries.
\ir fixture.sql
select no_plan();

insert into tap.names
values ('right code', '\x' || repeat('11', 32)), ('wrong code', '\x' || repeat('12', 32));

-- Each case has its own link, because tries are counted per link.
create function tap.invited(client text, link text)
returns void
language sql
as $$
  select tap.must('mira', format(
    $call$desk.invite_create(%L, '{%s}', %L, '2100-01-01', '1.0.0', '\xfeed', '{right code}')$call$,
    gen_random_uuid(), client, link))
$$;
create function tap.history(link text, birth_date text, code text)
returns text
language sql
as $$
  select tap.answer('door', format($call$door.history_open(%L, %L, %L)$call$, link, birth_date, code))
$$;
create function tap.link(n integer)
returns text
language sql
as $$
  select '\x' || lpad(to_hex(n), 64, 'a')
$$;
create function tap.says(n integer)
returns text
language sql
as $$
  select tap.answer('door', format($call$door.invite_open(%L)$call$, tap.link(n)))
$$;

select tap.invited('ana', tap.link(1));
select alike(tap.says(1), '%,guarded,UTC,f,,,,,)', 'the page learns that there are answers');
select unalike(tap.says(1), '%feed%', 'and none of them');
select is(tap.history(tap.link(1), null, null), 'no rows', 'nothing typed opens nothing');
select is(tap.history(tap.link(1), '1980-03-01', null), 'no rows', 'nor does another day');
select is(tap.history(tap.link(1), null, '{wrong code}'), 'no rows', 'nor another code');
select is(tap.history(tap.link(1), '1980-02-29', null), '("\\xfeed")', 'the birth date on record does');
select is(tap.history(tap.link(1), null, '{right code}'), '("\\xfeed")', 'so does the code');
select is(tap.history(tap.link(1), '1980-03-01', null), 'no rows', 'the fourth wrong try');
select is(tap.history(tap.link(1), '1980-03-02', null), 'no rows', 'the fifth');
select is(tap.history(tap.link(1), '1980-02-29', '{right code}'), 'no rows', 'after five nothing opens it');
select alike(tap.says(1), '%,locked,UTC,f,,,,,)', 'and the page says so');
select is((select max(i.wrong_history_tries) from clinic.invites as i), 5, 'counted to five and no further');

-- A new link has five new tries. A therapist's correction counts at once.
select tap.invited('ana', tap.link(2));
select is(tap.history(tap.link(2), '1980-02-28', null), 'no rows', 'wrong on record');
select tap.must('mira', $$desk.client_edit('{ana}', '{"birth_date": "1980-02-28"}')$$);
select is(tap.history(tap.link(2), '1980-02-28', null), '("\\xfeed")', 'corrected');
select is(tap.history(tap.link(2), '1980-02-29', null), 'no rows', 'what was wrong opens nothing any more');

-- Once the form was sent through a link, it tells nobody whether a guess is right, and counts none.
select tap.invited('ana', tap.link(4));
select tap.must('door', format(
  $call$door.intake_submit(%L, %L, %L, %L, '{}', '1.0.0', '[]', 'ok', '{key}', '\x01')$call$,
  tap.link(4), gen_random_uuid(), '\x' || repeat('14', 32), gen_random_uuid()));
select is(tap.history(tap.link(4), '1980-02-28', null), 'PL409 the form was sent already', 'the right day');
select is(tap.history(tap.link(4), '1980-02-27', null), 'PL409 the form was sent already', 'another day');
select is(tap.history(tap.link(4), null, '{right code}'), 'PL409 the form was sent already', 'the right code');
select is(tap.history(tap.link(4), null, null), 'PL409 the form was sent already', 'nothing');
select alike(tap.says(4), '%,guarded,UTC,f,,,,,)', 'and none of it was counted');

-- Without a date on record, the date of the newest form that a therapist has read counts, but not that of an unread
-- form, which anybody with the link may have sent.
create function tap.form_says(birth_date text)
returns void
language plpgsql
as $$
begin
  set local session_replication_role = replica;
  update clinic.intakes set answers = answers || jsonb_build_object('contact.date_of_birth', birth_date)
  where id = tap.spelled('{flagged}')::uuid;
  set local session_replication_role = origin;
end
$$;
select tap.must('mira', $$desk.client_edit('{ana}', '{"birth_date": null}')$$);
select tap.form_says('1979-12-31');
select is(tap.history(tap.link(2), '1979-12-31', null), 'no rows', 'a form that nobody has read proves nothing');
select tap.must('mira', $$desk.intake_return('{flagged}', null, 'say more')$$);
select is(tap.history(tap.link(2), '1979-12-31', null), '("\\xfeed")', 'one that was sent back does');
select tap.form_says('long ago');
select is(tap.history(tap.link(2), '1979-12-31', null), 'no rows', 'what is no date is none');

-- What the therapist corrected on the form counts, and not what was sent. A day that no calendar has, typed or on
-- record, is a wrong try like any other.
create function tap.form_is_corrected_to(birth_date text)
returns void
language sql
as $$
  select tap.must('mira', format(
    $call$desk.intake_amend('{flagged}', '{"contact.date_of_birth": "%s"}', '1.0.0', '[]', 'ok', 'typo')$call$, birth_date))
$$;
select tap.invited('ana', tap.link(6));
select tap.form_says('1979-12-31');
select tap.form_is_corrected_to('1979-12-13');
select is(tap.history(tap.link(6), '1979-12-31', null), 'no rows', 'what was sent by mistake opens nothing');
select is(tap.history(tap.link(6), '1979-12-13', null), '("\\xfeed")', 'the correction does');
select tap.form_is_corrected_to('1979-12-30');
select is(tap.history(tap.link(6), '1979-12-13', null), 'no rows', 'of two corrections not the first');
select is(tap.history(tap.link(6), '1979-12-30', null), '("\\xfeed")', 'but the second');
select is(tap.history(tap.link(6), day, null), 'no rows', 'no day: ' || day)
from unnest(array['2020-02-31', 'today']) as day;
select alike(tap.says(6), '%,guarded,UTC,f,,,,,)', 'four tries');
select tap.form_is_corrected_to('2020-02-31');
select is(tap.history(tap.link(6), '2020-02-31', null), 'no rows', 'an impossible day on record is none');
select alike(tap.says(6), '%,locked,UTC,f,,,,,)', 'and each of them was a try');
select tap.must('mira', $$desk.intake_return('{flagged}', null, 'say more')$$);

-- Without any date only the code opens them.
select tap.invited('bo', tap.link(3));
select is(tap.history(tap.link(3), null, null), 'no rows', 'an unknown date is not equal to an unknown date');
select is(tap.history(tap.link(3), null, '{right code}'), '("\\xfeed")', 'the code opens it');

-- Clients without earlier answers, and links that open nothing.
select is(tap.history('{open link}', '1980-02-28', null), 'no rows', 'nobody answered before');
select is(tap.history('{no link}', '1980-02-28', null), 'PL404 invite', 'an unknown link');
select throws_ok(
  $$update clinic.invites set history_code_hash = '\x01' where prefill is not null$$, '23514', null, 'a code is a hash');

-- The therapist's program begins a form with the newest answers that were accepted or returned.
select alike(tap.answer('mira', $$desk.intake_accepted('{ana}')$$), '%,accepted,%', 'the accepted one');
select alike(tap.answer('mira', $$desk.intake_accepted('{ana}', true)$$), '%,returned,%', 'or the newer one that was sent back');

-- Five guesses at each of a thousand forwarded links: none shows an answer.
create temporary table forwarded as
select decode('b' || lpad(to_hex(n), 63, '0'), 'hex') as secret_hash, gen_random_uuid() as id, 'fw' || lpad(n::text, 4, '0') as short_id
from generate_series(1, 1000) as n;
insert into clinic.short_ids (practice_id, short_id, kind, id)
select tap.spelled('{stillwater}')::uuid, f.short_id, 'invite', f.id from forwarded as f;
insert into clinic.invites
  (practice_id, id, short_id, client_id, content_version, created_by, expires_at, prefill, history_code_hash)
select i.practice_id, f.id, f.short_id, i.client_id, i.content_version, i.created_by, i.expires_at, i.prefill, i.history_code_hash
from clinic.invites as i
  join clinic.links as l on l.target = i.id
  cross join forwarded as f
where l.secret_hash = tap.link(2)::bytea;
insert into clinic.links (secret_hash, practice_id, kind, target)
select f.secret_hash, tap.spelled('{stillwater}')::uuid, 'invite', f.id from forwarded as f;

-- Run as the door, whose role may call only its own functions, so the lists are made before.
create function tap.guess(links bytea[], days text[])
returns boolean
language plpgsql
as $$
declare
  link bytea;
  day text;
  shown boolean := false;
begin
  set local session authorization plumbline_door;
  foreach link in array links loop
    foreach day in array days loop
      perform from door.history_open(link, day, null);
      if found then
        shown := true;
      end if;
    end loop;
  end loop;
  reset session authorization;
  return shown;
end
$$;
select is(
  tap.guess(
    (select array_agg(f.secret_hash) from forwarded as f),
    array['1990-01-01', '1980-02-29', '1979-12-30', '2000-02-02', '1980-02-27', '1980-02-28']),
  false, 'a thousand forwarded links show no answer, not even to the right day after five wrong ones');
select is(
  (select count(*) from clinic.invites as i join forwarded as f using (id) where i.wrong_history_tries = 5), 1000::bigint,
  'and all of them are locked');

select * from finish();
rollback;
