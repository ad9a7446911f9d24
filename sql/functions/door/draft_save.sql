-- Saves a draft. The first draft sets the invite to opened, the second to started. At most twenty browsers keep a draft
-- of one invite. `version` is that of the draft which the caller has read, 0 if there was none; null overwrites
-- whatever is stored.
create or replace function door.draft_save(
  token_hash bytea, key_hash bytea, sealed bytea, version integer default null)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  invite constant clinic.invites := clinic.require_open_invite(token_hash);
  stored integer;
begin
  select d.version into stored
  from clinic.drafts as d
  where d.practice_id = invite.practice_id and d.invite_id = invite.id and d.key_hash = draft_save.key_hash;
  if draft_save.version <> coalesce(stored, 0) then
    perform clinic.refuse('PL412', 'the draft was saved from elsewhere meanwhile');
  end if;
  insert into clinic.drafts (practice_id, invite_id, key_hash, sealed)
  values (invite.practice_id, invite.id, draft_save.key_hash, draft_save.sealed)
  on conflict on constraint drafts_pkey do update
  set sealed = excluded.sealed, saved_at = now(), version = drafts.version + 1;

  if stored is null then
    delete from clinic.drafts as d
    where d.practice_id = invite.practice_id
      and d.invite_id = invite.id
      and d.key_hash in (
        select older.key_hash
        from clinic.drafts as older
        where older.practice_id = invite.practice_id and older.invite_id = invite.id
        order by older.saved_at desc, older.key_hash
        offset 20);
  end if;

  if invite.state <> 'started' then
    update clinic.invites as i
    set
      state = case invite.state when 'created' then 'opened' else 'started' end,
      opened_at = coalesce(i.opened_at, now()),
      started_at = case invite.state when 'created' then null else coalesce(i.started_at, now()) end
    where i.practice_id = invite.practice_id and i.id = invite.id;
  end if;
end
$$;
