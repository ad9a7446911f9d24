create or replace function clinic.reverse_merge(change clinic.undo_log)
returns void
language sql
set search_path = pg_catalog, pg_temp
as $$
  update clinic.clients as c
  set merged_into = case when c.id = change.target then null else change.target end
  where c.practice_id = change.practice_id
    and (c.id = change.target or change.before -> 'along' ? c.id::text);

  update clinic.clients as c
  set
    full_name = change.before -> 'into' ->> 'full_name',
    email = change.before -> 'into' ->> 'email',
    phone = change.before -> 'into' ->> 'phone',
    birth_date = (change.before -> 'into' ->> 'birth_date')::date
  where c.practice_id = change.practice_id and c.id = change.client_id
    -- An edit after the merge is newer than the details that the merge took over.
    and not exists (
      select from clinic.undo_log as r
      where r.practice_id = change.practice_id and r.target = change.client_id and r.verb = 'client.edit'
        and r.made_at > change.made_at and r.undone_at is null);

  update clinic.undo_log as r
  set undone_at = now()
  where r.practice_id = change.practice_id and r.id = change.id
$$;
