-- Removes the draft that is being sent. Refuses when a page was saved since the sender read it: `version` is that of
-- the draft that was read; null takes what there is.
create or replace function clinic.take_draft(invite clinic.invites, key_hash bytea, version integer)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  stored integer;
begin
  delete from clinic.drafts as d
  where d.practice_id = invite.practice_id and d.invite_id = invite.id and d.key_hash = take_draft.key_hash
  returning d.version into stored;
  if take_draft.version <> coalesce(stored, 0) then
    perform clinic.refuse('PL412', 'the draft was saved from elsewhere meanwhile');
  end if;
end
$$;
