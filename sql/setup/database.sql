-- Who may connect to the database.
do $$
begin
  execute format('revoke all on database %I from public', current_database());
  execute format(
    'grant connect on database %I to plumbline_door, plumbline_desk, plumbline_operator, plumbline_outbox, '
      'plumbline_backup',
    current_database());
end
$$;
