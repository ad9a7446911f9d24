-- Expiry removes drafts, resume codes, copies and earlier answers of expired links, and the data of changes that can no
-- longer be undone. Everything in use stays.
\ir fixture.sql
\ir photos.sql

-- The number of rows of each kind.
create function tap.rows_of(kind text)
returns bigint
language plpgsql
as $$
begin
  return case kind
    when 'drafts' then (select count(*) from clinic.drafts)
    when 'resume codes' then (select count(*) from clinic.resume_codes)
    when 'sent copies' then (select count(*) from clinic.submitted_copies)
    when 'earlier answers' then (
      select count(*) from clinic.invites where prefill is not null or history_code_hash is not null)
    when 'plan copies' then (select count(*) from clinic.plan_copies)
    when 'photos' then (select count(*) from clinic.photos where sealed is not null)
    when 'replaced details' then (select count(*) from clinic.undo_log)
  end;
end
$$;
create temporary view kinds as
select unnest(array[
  'drafts', 'resume codes', 'sent copies', 'earlier answers', 'plan copies', 'photos',
  'replaced details']) as kind;

select no_plan();

select tap.must('door', $$door.draft_save('{open link}', '{key}', '\x01')$$);
select tap.must('door', $$door.resume_code_save('{open link}', '{key}', '{digest}', '\x01')$$);
select tap.must('mira', $$desk.client_edit('{ana}', '{"phone": "1"}')$$);
update clinic.invites set prefill = '\x01', history_code_hash = sha256('x') where id = tap.spelled('{open invite}')::uuid;
select cmp_ok(tap.rows_of(kind), '>', 0::bigint, 'there are ' || kind)
from kinds;

select tap.answers('operator', $$operator.expire('{stillwater}')$$,
  '(drafts,0) / ("earlier answers",0) / ("links to send",0) / (photos,0) / ("plan copies",0) / ("replaced details",0) / ("sent copies",0)');
select is_empty($$select from clinic.audit_entries where verb = 'practice.expire'$$, 'nothing to remove, nothing to audit');
select tap.answers('mira', $$operator.expire('{stillwater}')$$, '42501 permission denied for schema operator');

-- A year later. Undoing a merge is possible for 30 days and needs the edits that were made after it.
alter table clinic.undo_log disable trigger all;
update clinic.invites set created_at = created_at - interval '1 year', expires_at = now() - interval '1 second';
update clinic.plan_copies set expires_at = now();
update clinic.photo_sessions
set created_at = created_at - interval '1 year', expires_at = created_at - interval '1 year' + interval '30 minutes';
update clinic.undo_log set undo_until = now(), made_at = now() - interval '29 days';
select tap.answers_well('operator', $$operator.expire('{harbour}')$$);
select cmp_ok(tap.rows_of(kind), '>', 0::bigint, 'another practice keeps its ' || kind)
from kinds;
select tap.answers_well('operator', $$operator.expire('{stillwater}')$$);
select is(tap.rows_of(kind), 0::bigint, 'gone: ' || kind)
from kinds
where kind <> 'replaced details';
select cmp_ok(tap.rows_of('replaced details'), '>', 0::bigint, 'an edit of 29 days ago is kept beside a merge of 30');
update clinic.undo_log set made_at = now() - interval '30 days';
select tap.answers_well('operator', $$operator.expire('{stillwater}')$$);
select is(tap.rows_of('replaced details'), 0::bigint, 'gone: replaced details');
select isnt_empty($$select from clinic.audit_entries where verb = 'practice.expire'$$, 'the audit says that it was done');
select tap.answers_well('mira', 'desk.audit_verify(null, null)');

-- Sent forms and issued plans are unchanged.
select tap.answers_well('mira', call)
from unnest(array[
  $$desk.intake_get('{intake}')$$, $$desk.plan_document('{plan}', 'text')$$,
  $$desk.plan_relink('{plan}', '{new link}', '\x0b', '\x0b', '2100-01-01')$$]) as call;
select tap.answers_well('door', $$door.plan_open('{new link}')$$);
select throws_ok('delete from clinic.plan_documents', 'PL409', null, 'and what is immutable is so again');

select * from finish();
rollback;
