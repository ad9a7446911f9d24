-- The operator can run only the SQL that the superuser's setup registered, each text under its own name.
\ir fixture.sql
select no_plan();

insert into tap.names
select t.name, case t.is_file when true then lpad(n.number, 4, '0') || '_registered.sql' else n.number end
from (
  values ('next', 1, false), ('next file', 1, true), ('after the next', 3, false), ('after file', 3, true)
) as t (name, place, is_file)
  cross join lateral (select (max(m.number) + t.place)::text from clinic.migrations as m) as n (number);
insert into clinic.registered_texts (path, checksum)
select tap.spelled(path), sha256(convert_to(text, 'UTF8'))
from (
  values
    ('desk/registered.sql', 'select 1'), ('migrations/{next file}', 'select 3'), ('migrations/{after file}', 'select 3'),
    ('migrations/0001_registered.sql', 'select 4'),
    ('views/registered.sql', 'create or replace view clinic.record_clients with (security_invoker) as select 5 as one')
) as t (path, text);
select tap.answers(
  'operator', call, 'PL403 ' || tap.spelled(path) || ' is not the text that the superuser registered')
from (
  values
    ($$operator.define('desk/unknown.sql', 'select 1')$$, 'desk/unknown.sql'),
    ($$operator.define('desk/registered.sql', 'select 1 ')$$, 'desk/registered.sql'),
    ($$operator.define('desk/registered.sql', 'select 2')$$, 'desk/registered.sql'),
    ($$operator.migrate({next}, '{next file}', 'select 1')$$, 'migrations/{next file}'),
    ($$operator.migrate(1, '0001_unknown.sql', 'select 3')$$, 'migrations/0001_unknown.sql')) as t (call, path);
select tap.answers('operator', $$operator.define('desk/registered.sql', 'select 1')$$, '(t)');
select tap.answers('operator', $$operator.define('desk/registered.sql', 'select 1')$$, '(f)');
select tap.answers('operator', $$operator.migrate({next}, '{next file}', 'select 3')$$, '(t)');
select tap.answers('operator', $$operator.migrate({next}, '{next file}', 'select 3')$$, '(f)');

-- A registered text runs only as what it was registered for.
select tap.answers('operator', call, answer)
from (
  values
    ($$operator.define('migrations/0001_registered.sql', 'select 4')$$,
      'PL403 migrations/0001_registered.sql is no view and no function'),
    ($$operator.migrate({after the next}, '0001_registered.sql', 'select 4')$$,
      tap.spelled('PL403 0001_registered.sql is not migration {after the next}')),
    ($$operator.migrate(1, '0001_registered.sql', 'select 4')$$, 'PL409 migration 1 was applied with another text'),
    ($$operator.migrate({after the next}, '{after file}', 'select 3')$$,
      tap.spelled('PL409 migration {after the next} is not the next one'))) as t (call, answer);
select alike(
  tap.answer('operator', format('operator.define(%L, %L)', 'views/registered.sql', definition)),
  'PL409 %more than append columns%', 'a view that loses columns asks for a migration')
from (values ('create or replace view clinic.record_clients with (security_invoker) as select 5 as one')) as t (definition);

-- A caller's settings do not change the meaning of strings in a text.
update clinic.registered_texts set checksum = sha256(convert_to($$do 'begin assert ''\S'' = chr(92) || ''S''; end'$$, 'UTF8'))
where path = 'desk/registered.sql';
set local standard_conforming_strings = off;
set local escape_string_warning = off;
select tap.answers('operator', $$operator.define('desk/registered.sql', $text$do 'begin assert ''\S'' = chr(92) || ''S''; end'$text$)$$, '(t)');
reset standard_conforming_strings;

update pg_catalog.pg_database set encoding = 8 where datname = current_database();
select alike(tap.answer('operator', $$operator.define('desk/registered.sql', 'select 1')$$), 'PL409 the database is not in UTF8%', 'another encoding is refused');

select * from finish();
rollback;
