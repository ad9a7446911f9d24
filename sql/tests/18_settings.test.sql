-- The data for `plumbline doctor`: the settings of each role, memberships, and what retains WAL.
\ir fixture.sql
select no_plan();

-- The value of one row; null when there is none.
create function tap.setting(login text, name text)
returns text
language plpgsql
as $$
begin
  return (
    select (regexp_match(t, '^\("?' || setting.name || '"?,"?(.*?)"?\)$'))[1]
    from tap.rows_for(
      setting.login, case login when 'operator' then 'operator.settings()' else 'desk.settings()' end) as t
    where t ~ ('^\("?' || setting.name || '"?,'));
end
$$;

create function tap.setting_after(change text, name text)
returns text
language plpgsql
as $$
begin
  execute replace(change, 'DATABASE', quote_ident(current_database()));
  raise exception using errcode = 'TRIED', message = tap.setting('operator', name);
exception
  when sqlstate 'TRIED' then
    return sqlerrm;
end
$$;

select is(tap.setting(login, name), null, login || ' is told of no ' || name)
from unnest(array['mira', 'operator']) as login
  cross join unnest(array['faults of settings', 'faults of memberships', 'collation version', 'failing archive']) as name;
select is(tap.setting('operator', 'encoding'), 'UTF8', 'the encoding');

select is(tap.setting_after(change, 'faults of settings'), fault, change)
from (
  values
    ('alter role plumbline_door in database DATABASE set statement_timeout = 0',
      'plumbline_door: statement_timeout is 0 instead of 5s'),
    ('alter role plumbline_door in database DATABASE reset lock_timeout',
      'plumbline_door: lock_timeout is not set instead of 250ms'),
    ('alter role plumbline_door set synchronous_commit = off', 'plumbline_door: synchronous_commit is set to off'),
    ('alter role plumbline_door in database DATABASE set work_mem = 9999', 'plumbline_door: work_mem is set to 9999'),
    ('alter role plumbline_operator in database DATABASE set lock_timeout = 0',
      'plumbline_operator: lock_timeout is set to 0'),
    ('alter role plumbline_door set statement_timeout = 5000', 'plumbline_door: statement_timeout is set to 5000'),
    ('alter database DATABASE set log_min_error_statement = error',
      'the database: log_min_error_statement is error instead of panic')) as t (change, fault);
select is(tap.setting_after(change, 'faults of memberships'), fault, change)
from (
  values
    ('grant plumbline_operator to plumbline_door', 'plumbline_door is a member of plumbline_operator'),
    ('grant pg_read_all_data to plumbline_backup', 'plumbline_backup is a member of pg_read_all_data'),
    ('grant plumbline_owner to t_proofmira', 't_proofmira is a member of plumbline_owner'),
    ('grant pg_write_all_data to t_proofmira', 't_proofmira is a member of pg_write_all_data'),
    ('create role somebody; grant plumbline_desk to somebody', 'somebody is a member of plumbline_desk'),
    ('revoke pg_signal_backend from plumbline_registrar', 'plumbline_registrar is no member of pg_signal_backend'),
    ('alter role t_proofjonas bypassrls', 't_proofjonas may do more than a therapist')) as t (change, fault);

grant plumbline_owner to t_prooftom;
select is(tap.setting('operator', 'faults of memberships'), 't_prooftom is a member of plumbline_owner', 'the operator knows every login');
select is(tap.setting('mira', 'faults of memberships'), null, 'a therapist is told of no login of another practice');

alter role t_proofjonas set work_mem = 9999;
select is(tap.setting('operator', 'own setting of t_proofjonas'), 'work_mem=9999', 'what a therapist set is told to the operator');
select is(tap.setting('mira', 'own setting of t_proofjonas'), null, 'and to nobody else');
select is(tap.setting('jonas', 'own setting of t_proofjonas'), 'work_mem=9999', 'but themselves');

update pg_catalog.pg_database set datcollversion = '1' where datname = current_database();
select alike(tap.setting('operator', 'collation version'), '1, now %', 'other rules of sorting');

select * from finish();
rollback;
