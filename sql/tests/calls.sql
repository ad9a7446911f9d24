-- Included after fixture.sql: every call of the desk that is about a record, and every one that answers with a list.

-- `about` is the name in braces that the call is about; `sharing` tells whether a colleague with whom the client is
-- shared may do it.
create temporary table calls (call text, about text, sharing boolean);
insert into calls
values
  ($$desk.client_get('{ana}')$$, 'ana', true),
  ($$desk.client_edit('{ana}', '{"phone": "1"}')$$, 'ana', true),
  ($$desk.client_assign('{ana}', 'Mira')$$, 'ana', false),
  ($$desk.client_share('{ana}', 'Jonas', '2100-01-01')$$, 'ana', false),
  ($$desk.client_unshare('{ana}', 'Jonas')$$, 'ana', false),
  ($$desk.client_shares('{ana}')$$, 'ana', true),
  ($$desk.client_note('01900000-0000-7000-8000-0000000000ab', '{ana}', 'x')$$, 'ana', true),
  ($$desk.client_notes('{ana}')$$, 'ana', true),
  ($$desk.client_archive('{ana}', 'x')$$, 'ana', false),
  ($$desk.client_restore('{bo}')$$, 'bo', false),
  ($$desk.client_merge('{ana}', '{bo}', '{}')$$, 'ana', false),
  ($$desk.client_merge('{bo}', '{ana}', '{}')$$, 'ana', false),
  ($$desk.client_unmerge('{ana}')$$, 'ana', false),
  ($$desk.client_erase('{ana}', '-', true)$$, 'ana', false),
  ($$desk.client_hold('{ana}', 'x')$$, 'ana', false),
  ($$desk.client_timeline('{ana}', null)$$, 'ana', true),
  ($$desk.audit_who('{ana}')$$, 'ana', true),
  ($$desk.audit_list('{ana}', null, null)$$, 'ana', true),
  ($$desk.invite_create('01900000-0000-7000-8000-0000000000ab', '{ana}', '{no link}', '2100-01-01', '1.0.0', null)$$,
    'ana', true),
  ($$desk.invite_revoke('{open invite}')$$, 'open invite', true),
  ($$desk.intake_start('01900000-0000-7000-8000-0000000000ab', '{ana}', '{}', '1.0.0', '[]', 'ok')$$, 'ana', true),
  ($$desk.intake_get('{intake}')$$, 'intake', true),
  ($$desk.intake_accepted('{ana}')$$, 'ana', true),
  ($$desk.intake_previous('{flagged}')$$, 'flagged', true),
  ($$desk.intake_history('{ana}')$$, 'ana', true),
  ($$desk.intake_acknowledge('{flagged}', 'rf.x', 'adapt', 'seen')$$, 'flagged', true),
  ($$desk.intake_accept('{flagged}')$$, 'flagged', true),
  ($$desk.intake_return('{flagged}', null, 'say more')$$, 'flagged', true),
  ($$desk.intake_raise('{intake}', '[]')$$, 'intake', true),
  ($$desk.intake_amend('{intake}', '{}', '1.0.0', '[]', 'ok', 'typo')$$, 'intake', true),
  ($$desk.evaluation_record('01900000-0000-7000-8000-0000000000ab', '{ana}', '{body}', '1.0.0')$$, 'ana', true),
  ($$desk.evaluation_get('{evaluation}')$$, 'evaluation', true),
  ($$desk.evaluation_list('{ana}')$$, 'ana', true),
  ($$desk.evaluation_edit('{draft}', '{body}', '1.0.0')$$, 'draft', true),
  ($$desk.evaluation_sign('{draft}')$$, 'draft', true),
  ($$desk.evaluation_amend('{evaluation}', '{body}', '1.0.0', 'typo')$$, 'evaluation', true),
  ($$desk.plan_create('01900000-0000-7000-8000-0000000000ab', '{ana}', '{intake}', null, '1.0.0', '[]')$$, 'ana', true),
  ($$desk.plan_create('01900000-0000-7000-8000-0000000000ab', '{ana}', '{intake}', null, '1.0.0', '[]')$$, 'intake',
    true),
  ($$desk.plan_get('{plan}')$$, 'plan', true),
  ($$desk.plan_list('{ana}')$$, 'ana', true),
  ($$desk.plan_index('{ana}')$$, 'ana', true),
  ($$desk.plan_set_items('{draft plan}', '[]')$$, 'draft plan', true),
  ($$desk.plan_describe('{draft plan}', null, 'x')$$, 'draft plan', true),
  ($$desk.plan_issue('{draft plan}', '{}', '[]', '{no link}', '\x01', '2100-01-01')$$, 'draft plan', true),
  ($$desk.plan_document('{plan}', 'text')$$, 'plan', true),
  ($$desk.plan_wording('{plan}')$$, 'plan', true),
  ($$desk.plan_relink('{plan}', '{new link}', '\x01', '2100-01-01')$$, 'plan', true),
  ($$desk.plan_revise('01900000-0000-7000-8000-0000000000ab', '{plan}')$$, 'plan', true),
  ($$desk.plan_pause('{plan}')$$, 'plan', true),
  ($$desk.plan_resume('{plan}')$$, 'plan', true),
  ($$desk.plan_close('{plan}')$$, 'plan', true);

-- Calls about no record: what they answer must hold nothing of what the caller may not see.
create temporary table lists (call text);
insert into lists
values
  ('desk.whoami()'), ('desk.client_list(true)'), ($$desk.client_match('a', 10)$$), ($$desk.client_match('陈', 10)$$),
  ('desk.invite_list()'), ('desk.intake_list(false)'), ('desk.plan_index(null)'), ('desk.audit_list(null, null, null)'),
  ('desk.undo_list()'), ('desk.today()'), ('desk.today_records()'), ($$desk.find('ana', 10)$$),
  ($$desk.find('note', 10)$$), ('desk.audit_head()'), ('desk.audit_verify(null, null)'), ('desk.practice_get()'),
  ('desk.practitioner_list()'),
  ('desk.plan_template_list()'), ('desk.report_completion(null)'), ('desk.report_outcomes(null)'),
  ('desk.report_flags(null)'), ('desk.report_retention()'), ('desk.settings()'), ($$desk.content('1.0.0')$$);
