-- Of two who correct a client, who has read it before the other wrote is told, and nothing is overwritten. What a merge
-- changes, or taking something back, counts like an edit.
\ir fixture.sql
select no_plan();

create function tap.version_of(client text)
returns integer
language sql
as $$
  select c.version from clinic.clients as c where c.id = tap.spelled('{' || client || '}')::uuid
$$;
select is(tap.version_of('ana'), 1, 'the version that both have read');
select alike(tap.answer('mira', $$desk.client_edit('{ana}', '{"phone": "+351 2"}', 1)$$), '%"+351 2"%,2)', 'the first writes');
select tap.answers('mira', $$desk.client_edit('{ana}', '{"phone": "+351 3"}', 1)$$, 'PL412 the client was changed by somebody else meanwhile');
select tap.answers('mira', $$desk.client_edit('{ana}', '{"email": null}', 1)$$, 'PL412 the client was changed by somebody else meanwhile');
select alike(tap.answer('mira', $$desk.client_get('{ana}')$$), '%ana@example.org,"+351 2"%,2)', 'nothing of it was written');
select alike(tap.answer('mira', $$desk.client_match('ana', 1)$$), '%,2,f,t)', 'the version is told with every client');
select tap.answers_well('mira', 'desk.undo()');
select is(tap.version_of('ana'), 3, 'taken back, it is another version');
select tap.answers_well('mira', $$desk.client_merge('{bo}', '{ana}', '{full_name}')$$);
select is(tap.version_of('ana'), 4, 'so it is after a merge');
select tap.answers_well('mira', $$desk.client_unmerge('{bo}')$$);
select is(tap.version_of('ana'), 5, 'and when that is taken apart again');
select tap.answers_well('mira', $$desk.client_archive('{ana}', null)$$);
select tap.answers_well('mira', $$desk.client_restore('{ana}')$$);
select is(tap.version_of('ana'), 5, 'what is no detail of theirs changes no version');
select alike(tap.answer('mira', $$desk.client_edit('{ana}', '{"phone": "+351 1"}')$$), '%"+351 1"%,6)', 'who names no version writes over any');

select * from finish();
rollback;
