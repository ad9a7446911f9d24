-- The settings of every session, and those of each of our roles: the server's log contains no value of a client, and no
-- statement runs without a time limit. `plumbline doctor` compares what is set with this table.
set local role plumbline_owner;
create table if not exists clinic.role_settings (
  -- Empty for all sessions of the database.
  role name not null,
  name text not null,
  value text not null,
  constraint role_settings_pkey primary key (role, name)
);
drop policy if exists everyone_reads on clinic.role_settings;
create policy everyone_reads on clinic.role_settings for select using (true);
alter table clinic.role_settings enable row level security, force row level security;
reset role;

delete from clinic.role_settings;
insert into clinic.role_settings (role, name, value)
values
  ('', 'TimeZone', 'UTC'),
  ('', 'log_error_verbosity', 'terse'),
  ('', 'log_min_error_statement', 'panic'),
  ('', 'log_statement', 'none'),
  ('', 'log_min_duration_statement', '-1'),
  ('', 'log_parameter_max_length', '0'),
  ('', 'log_parameter_max_length_on_error', '0'),
  ('', 'statement_timeout', '30s'),
  ('', 'lock_timeout', '10s'),
  ('', 'idle_in_transaction_session_timeout', '60s'),
  ('', 'temp_file_limit', '256MB'),
  -- The queries of the desk are large and quick: compiling one takes seconds, and running it a tenth of one.
  ('', 'jit', 'off'),
  -- The door faces the internet, so its limits are tighter. It gives up on a lock after 250 ms, so that a locked
  -- practice holds nobody else up; its client is told to try again.
  ('plumbline_door', 'statement_timeout', '5s'),
  ('plumbline_door', 'lock_timeout', '250ms'),
  ('plumbline_door', 'idle_in_transaction_session_timeout', '10s'),
  ('plumbline_door', 'temp_file_limit', '32MB'),
  -- Two group commits may lock the same rows in opposite order. The loser is retried alone, therefore deadlocks are
  -- detected after 100 ms instead of a second.
  ('plumbline_door', 'deadlock_timeout', '100ms'),
  -- The door's sessions and their cached plans live long: a plan made while a table was nearly empty would still scan
  -- the whole table after it has grown. Everything that the door looks up has an index.
  ('plumbline_door', 'enable_seqscan', 'off'),
  -- A migration may take long. lock_timeout still applies, because everybody else would queue behind a lock that the
  -- migration waits for.
  ('plumbline_operator', 'statement_timeout', '0');

do $$
declare
  role_name name;
  setting clinic.role_settings;
begin
  for role_name in select r.rolname from pg_roles as r where r.rolname like 'plumbline\_%' loop
    execute format('alter role %I reset all', role_name);
    execute format('alter role %I in database %I reset all', role_name, current_database());
  end loop;
  for setting in select * from clinic.role_settings loop
    execute format(
      'alter %s set %I = %L',
      case setting.role
        when '' then format('database %I', current_database())
        else format('role %I in database %I', setting.role, current_database())
      end,
      setting.name, setting.value);
  end loop;
end
$$;
