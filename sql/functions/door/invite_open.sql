-- Returns what the page of a link shows, and the practice as door.practice_of does. It changes nothing, so a mail
-- scanner that follows the link leaves no trace.
--
-- `portrait` is the hash of the therapist's, which door.portrait_open returns.
--
-- `draft` is what the browser that has this key has begun, sealed, as door.draft_load returns it; so that a page is one
-- call.
--
-- Of the answers that the client gave before it says only whether there are any: `none`; `guarded`, to be had from
-- door.history_open; or `locked` after too many wrong tries.
create or replace function door.invite_open(token_hash bytea, draft_key_hash bytea default null)
returns table (
  practice uuid, practice_name text, practice_colour text, practice_phone text, therapist_name text, state text,
  content_version text, hidden_questions jsonb, expires_at timestamptz, submitted_at timestamptz, history text,
  time_zone text, on_shared_device boolean, welcome text, emergency_phone text, portrait text,
  draft bytea, draft_version integer)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  target constant uuid := clinic.follow_link('invite', token_hash);
begin
  return query
    select
      i.practice_id, r.name, r.colour, r.phone, p.display_name, i.state, i.content_version,
      to_jsonb(r.hidden_questions), i.expires_at, i.submitted_at,
      case when i.prefill is null then 'none' when i.wrong_history_tries >= 5 then 'locked' else 'guarded' end,
      r.time_zone, i.on_shared_device, r.welcome, r.emergency_phone, p.portrait_hash,
      d.sealed, d.version
    from clinic.invites as i
      join clinic.practices as r on r.practice_id = i.practice_id
      join clinic.clients as c on c.practice_id = i.practice_id and c.id = i.client_id
      join clinic.practitioners as p on p.practice_id = c.practice_id and p.id = c.practitioner_id
      left join clinic.drafts as d
        on d.practice_id = i.practice_id and d.invite_id = i.id and d.key_hash = draft_key_hash
    where i.practice_id = (select clinic.my_practice())
      and i.id = target
      and clinic.is_live(i);
  if not found then
    perform clinic.refuse('PL404', 'invite');
  end if;
end
$$;
