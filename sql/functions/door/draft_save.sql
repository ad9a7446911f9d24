-- The first draft of an invite opens it, the next ones start it. `version` is that of the draft which this one was made
-- from, 0 for the first; null saves over whatever there is.
--
-- Once the form was sent, only a browser that sent one may begin another, to add to it.
--
-- At most twenty browsers keep one. A new one takes the place of the oldest draft without answers (`is_empty`). One
-- with answers is never dropped for it.
create or replace function door.draft_save(
  token_hash bytea, key_hash bytea, sealed bytea, version integer default null, is_empty boolean default false)
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
  if stored is null and invite.state = 'submitted'
    and not exists (select from clinic.last_sent(invite.id, draft_save.key_hash))
  then
    perform clinic.refuse('PL409', 'the form was sent already');
  elsif draft_save.version <> coalesce(stored, 0) then
    perform clinic.refuse('PL412', 'the draft was saved from elsewhere meanwhile');
  end if;

  if stored is null then
    delete from clinic.drafts as d
    where d.practice_id = invite.practice_id
      and d.invite_id = invite.id
      and d.key_hash in (
        select older.key_hash
        from clinic.drafts as older
        where older.practice_id = invite.practice_id and older.invite_id = invite.id
        order by older.is_empty, older.saved_at desc, older.key_hash
        offset 19)
      and d.is_empty;
    if (
      select count(*)
      from clinic.drafts as d
      where d.practice_id = invite.practice_id and d.invite_id = invite.id) >= 20
    then
      perform clinic.refuse('PL423', 'twenty browsers keep a draft of this form already');
    end if;
  end if;
  insert into clinic.drafts (practice_id, invite_id, key_hash, sealed, is_empty)
  values (invite.practice_id, invite.id, draft_save.key_hash, draft_save.sealed, draft_save.is_empty)
  on conflict on constraint drafts_pkey do update
  set sealed = excluded.sealed, saved_at = now(), version = drafts.version + 1, is_empty = excluded.is_empty;

  if invite.state in ('created', 'opened') then
    update clinic.invites as i
    set
      state = case invite.state when 'created' then 'opened' else 'started' end,
      opened_at = coalesce(i.opened_at, now()),
      started_at = case invite.state when 'created' then null else coalesce(i.started_at, now()) end
    where i.practice_id = invite.practice_id and i.id = invite.id;
  end if;
end
$$;
