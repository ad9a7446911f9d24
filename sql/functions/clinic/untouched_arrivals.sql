-- Returns the clients of an import with whom nothing has happened since: their details are as they came, nobody else
-- has got them, and they have no record but the notes that came along.
create or replace function clinic.untouched_arrivals(change clinic.undo_log)
returns setof uuid
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select c.id
  from jsonb_array_elements_text(change.before -> 'clients') as a (id)
    join clinic.clients as c on c.practice_id = change.practice_id and c.id = a.id::uuid
  where c.version = 1 and c.practitioner_id = change.made_by and c.merged_into is null and c.legal_hold is null
    and not exists (
      select from clinic.client_events as e
      where e.practice_id = c.practice_id and e.client_id = c.id and e.at > c.created_at)
    and not exists (
      select from clinic.clients as m where m.practice_id = c.practice_id and m.merged_into = c.id)
    and not exists (
      select from clinic.client_shares as s where s.practice_id = c.practice_id and s.client_id = c.id)
$$;
