-- Finding words in records: what counts as a word of a record, which words are kept to find it by, and who finds it.
\ir fixture.sql
select no_plan();

-- The kinds and times of what mira or another finds, newest first.
create function tap.kinds(login text, words text, most integer default 50)
returns text
language sql
as $$
  select coalesce(string_agg((regexp_match(r, '^\((\w+),'))[1], ' '), 'none')
  from tap.rows_for(login, format('desk.find(%L, %s)', words, most)) as r
$$;
create function tap.kept(word text)
returns bigint
language sql
as $$
  select count(*)
  from clinic.record_words as k
  where k.practice_id = tap.spelled('{stillwater}')::uuid and k.word = kept.word
$$;

\o /dev/null
select tap.must('mira', call)
from unnest(array[
  $$desk.client_note('01900000-0000-7000-8000-0000000000c1', '{ana}', 'Plays the cello; likes Crème brûlée.')$$,
  $$desk.client_note('01900000-0000-7000-8000-0000000000c2', '{bo}', 'Plays the viola 0912.')$$,
  $$desk.intake_start('01900000-0000-7000-8000-0000000000c3', '{bo}',
    '{"visit.reason": "It pinches after gardening", "care.tried": ["wintergreen_rub", "none"], "pain.now": 7,
      "pain.map": [{"region": "neck_back_r", "nrs": 3}]}', '1.0.0', '[]', 'ok')$$,
  $$desk.plan_describe('{draft plan}', null, 'Mind the threshold')$$]) as call;
\o

select is(tap.kinds('mira', words), found, words)
from (
  values
    ('cello', 'note'), ('CELL', 'note'), ('creme brulee', 'note'), ('brûl', 'note'), ('plays cello', 'note'),
    ('cello plays', 'note'), ('plays', 'note note'), ('ello', 'none'), ('cello viola', 'none'), ('912', 'note'),
    ('0912', 'note'), ('harp', 'none'), ('gardening', 'intake'), ('wintergreen rub', 'intake'), ('rub', 'intake'),
    ('neck_back', 'intake'), ('gardening rub', 'intake intake'), ('gardening cello', 'none'), ('threshold', 'plan'),
    ('shoulders', 'visit'), ('lima', 'client'), ('ana', 'client')) as f (words, found);
select is(tap.kinds('mira', 'plays', 1), 'note', 'no more than were asked for');
select tap.answers('mira', $$desk.find(' - ', 50)$$, 'PL422 say what to look for');
select is(tap.kinds('tom', 'cello'), 'none', 'another practice finds nothing');
select is(tap.kinds('jonas', 'cello'), 'none', 'nor does a colleague to whom the client is not shared');

-- What is open is found as it stands, without words of its own.
select is(tap.kept(word), 0::bigint, 'no words are kept of what is open: ' || word)
from unnest(array['gardening', 'threshold']) as word;
select is(tap.kept(word), 1::bigint, 'words are kept of what is closed: ' || word)
from unnest(array['cello', 'viola', '912', 'shoulders']) as word;
\o /dev/null
select tap.must('mira', $$desk.plan_discard('{draft plan}')$$);
select tap.must('mira', $$desk.intake_accept('01900000-0000-7000-8000-0000000000c3')$$);
\o
select is(tap.kinds('mira', 'threshold'), 'none', 'a discarded draft is gone');
select is(tap.kept('threshold'), 0::bigint, 'and so are its words');
select is(tap.kept('gardening'), 1::bigint, 'the words of an accepted intake are kept');
select is(tap.kinds('mira', 'gardening'), 'intake', 'by which it is found');

-- Each word has the marks of the records that it is in, and a record that lacks the mark of a word is not read for it.
select is(
  (
    select bit_and(k.records)
    from clinic.record_words as k
    where k.client_id = tap.spelled('{bo}')::uuid and k.word = any (w.words)) = w.marks,
  true, array_to_string(w.words, ' and '))
from (
  values
    (array['viola', 'plays'], clinic.record_mark('01900000-0000-7000-8000-0000000000c2')),
    (array['gardening', 'wintergreen'], clinic.record_mark('01900000-0000-7000-8000-0000000000c3')),
    (array['viola', 'gardening'], 0::bigint)) as w (words, marks);
update clinic.record_words as k
set records = clinic.record_mark('01900000-0000-7000-8000-0000000000c3')
where k.client_id = tap.spelled('{bo}')::uuid and k.word = 'plays';
select is(tap.kinds('mira', 'viola plays'), 'none', 'a record without the mark of a word is not read');
update clinic.record_words as k
set records = -1
where k.client_id = tap.spelled('{bo}')::uuid and k.word = 'plays';
select is(tap.kinds('mira', 'viola plays'), 'note', 'where the marks of a word are not known, every record is');

-- A correction waits for review; when that is done, the newer words are found, too.
\o /dev/null
select tap.must('mira', $$desk.intake_amend('01900000-0000-7000-8000-0000000000c3', '{"visit.reason": "It pinches after rowing"}',
  '1.0.0', '[]', 'ok', 'typo')$$);
\o
select is(tap.kinds('mira', 'rowing'), 'intake', 'a correction is found');
select is(tap.kinds('mira', 'gardening'), 'none', 'in place of what it corrects');
\o /dev/null
select tap.must('mira', $$desk.intake_accept('01900000-0000-7000-8000-0000000000c3')$$);
\o
select is(tap.kinds('mira', 'rowing'), 'intake', 'also once it is accepted');
select is(tap.kept('rowing'), 1::bigint, 'by its words');

-- What is closed is found by these words and by nothing else: a search does not read everything.
delete from clinic.record_words;
select is(tap.kinds('mira', 'rowing'), 'none', 'without its words nothing closed is found');
select is(tap.kinds('mira', 'lima'), 'client', 'while clients have words of their own');

-- Of many, the newest, although the words say only when the newest record of a client had them.
set local session_replication_role = replica;
insert into clinic.client_notes (practice_id, id, client_id, note, author, written_at)
select
  tap.spelled('{stillwater}')::uuid, md5('note' || n)::uuid, tap.spelled(case n % 2 when 0 then '{ana}' else '{bo}' end)::uuid,
  'Drums no. ' || n, tap.spelled('{mira}')::uuid, timestamptz '2026-01-01' + n * interval '1 day'
from generate_series(1, 20) as n;
insert into clinic.record_words (practice_id, word, client_id, last_at)
select n.practice_id, 'drums', n.client_id, max(n.written_at)
from clinic.client_notes as n
where n.note like 'Drums%'
group by n.practice_id, n.client_id;
set local session_replication_role = origin;
select is(
  (select string_agg((regexp_match(r, 'no\. (\d+)'))[1], ' ') from tap.rows_for('mira', $$desk.find('drum', 5)$$) as r),
  '20 19 18 17 16', 'the newest places of several clients, in order');

-- Who is not open has no influence on what is found: not by being newer where few are asked for, either.
select tap.must('mira', call)
from unnest(array[
  $$desk.client_note('01900000-0000-7000-8000-0000000000d1', '{ana}', 'older zither')$$,
  $$desk.client_note('01900000-0000-7000-8000-0000000000d2', '{bo}', 'newer zither')$$]) as call;
alter table clinic.client_notes disable trigger client_notes_immutable;
update clinic.client_notes set written_at = written_at - interval '1 hour' where note = 'older zither';
alter table clinic.client_notes enable trigger client_notes_immutable;
update clinic.record_words set last_at = last_at - interval '1 hour' where word = 'zither' and client_id::text = tap.spelled('{ana}');
select alike(tap.answer('mira', $$desk.find('zither', 1)$$), '%newer zither%', 'the newest is found');
delete from clinic.sights where subject = tap.spelled('client {bo}');
set local tap.blind = 'on';
select alike(tap.answer('mira', $$desk.find('zither', 1)$$), '%older zither%', 'and of those who are open the newest');
set local tap.blind = 'off';

-- Who writes in the audit does not read it before that is committed: what desk.find_open writes tells whose record holds
-- a word, and breaking the glass whether there is such a client.
select is(tap.tried(login, call, format($$set local tap.blind = 'on'; select tap.must(%L, %L)$$, login, written)), answer, login || ', after ' || written || ': ' || call)
from (values ('mira', $$desk.find_open('shoulders')$$), ('jonas', $$desk.client_break_glass('{bo}', 'x')$$)) as w (login, written)
  cross join unnest(array[
    'desk.audit_head()', 'desk.audit_verify(null, null)', 'desk.audit_list(null, null, null)',
    $$desk.audit_list('{ana}', null, null)$$, $$desk.export_page('audit', null, 10)$$]) as call
  cross join lateral (
    select case
      when login = 'jonas' and call ~ 'ana' then 'PL404 client'
      when login = 'jonas' and call ~ 'export' then 'PL403 only the owner of the practice may do that'
      else 'PL409 the audit is read in a transaction of its own'
    end as answer) as a;

select * from finish();
rollback;
