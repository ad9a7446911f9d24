-- Returns the caller's changes that can still be undone. An invite cannot be taken back once its form was sent or it
-- was revoked, nor an import once something has happened with each of its clients.
create or replace function clinic.undoable()
returns setof clinic.undo_log
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select r.*
  from clinic.undo_log as r
  where r.practice_id = (select clinic.my_practice())
    and r.made_by = (select clinic.my_id())
    and r.undone_at is null
    and r.undo_until > statement_timestamp()
    and (
      r.verb <> 'invite.create'
      or exists (
        select from clinic.invites as i
        where i.practice_id = r.practice_id and i.id = r.target and i.state in ('created', 'opened', 'started')))
    and (r.verb <> 'client.import' or exists (select from clinic.untouched_arrivals(r)))
$$;
