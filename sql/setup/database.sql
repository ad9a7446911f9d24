-- Who may connect to the database, and the settings of every session: the server's log contains no value of a client,
-- and no statement runs without a time limit.
do $$
declare
  setting text;
begin
  execute format('revoke all on database %I from public', current_database());
  execute format(
    'grant connect on database %I to plumbline_door, plumbline_desk, plumbline_operator, plumbline_backup',
    current_database());
  foreach setting in array array[
    'timezone = ''UTC''',
    'log_error_verbosity = terse',
    'log_min_error_statement = panic',
    'log_statement = none',
    'log_min_duration_statement = -1',
    'log_parameter_max_length = 0',
    'log_parameter_max_length_on_error = 0',
    'statement_timeout = ''30s''',
    'lock_timeout = ''10s''',
    'idle_in_transaction_session_timeout = ''60s''',
    'temp_file_limit = ''256MB''']
  loop
    execute format('alter database %I set %s', current_database(), setting);
  end loop;
  -- The door faces the internet, so its limits are tighter. Two group commits may lock the same rows in opposite
  -- order. The loser is retried alone, therefore deadlocks are detected after 100 ms instead of a second. The door's
  -- sessions and their cached plans live long: a plan made while a table was nearly empty would still scan the whole
  -- table after it has grown, so sequential scans are off. Everything that the door looks up has an index. The door
  -- gives up on a lock after 250 ms, so that a locked practice holds nobody else up; its client is told to try again.
  foreach setting in array array[
    'statement_timeout = ''5s''',
    'lock_timeout = ''250ms''',
    'idle_in_transaction_session_timeout = ''10s''',
    'temp_file_limit = ''32MB''',
    'deadlock_timeout = ''100ms''',
    'enable_seqscan = off',
    'jit = off']
  loop
    execute format('alter role plumbline_door in database %I set %s', current_database(), setting);
  end loop;
  -- A migration may take long. lock_timeout still applies, because everybody else would queue behind a lock that the
  -- migration waits for.
  execute format('alter role plumbline_operator in database %I set statement_timeout = 0', current_database());
end
$$;
