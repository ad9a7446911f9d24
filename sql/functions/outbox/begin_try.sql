-- Begins a try to hand a message over, and returns what is needed for it; no row if it may not be sent, is not due, or
-- somebody else has just begun. The next try is put off, each time for longer, before this one is made: whoever is
-- killed meanwhile leaves a message that is tried again.
--
-- `stop_hash` is the hash of the secret by which the client asks for no more messages. `invite_hash` and
-- `sealed_invite` are those of a link for a message that needs a new one.
create or replace function outbox.begin_try(
  practice uuid, message uuid, stop_hash bytea, invite_hash bytea default null, sealed_invite bytea default null)
returns table (
  kind text, channel text, address text, visit_on date, opens text, sealed bytea, practice_name text,
  practice_colour text, practice_phone text, practice_email text, therapist_name text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  taken clinic.messages;
  bar text;
  earliest timestamptz;
begin
  perform clinic.enter(begin_try.practice);
  select m.* into taken
  from clinic.messages as m
  where m.practice_id = begin_try.practice and m.id = begin_try.message and m.state = 'waiting'
    and m.next_try_at <= statement_timestamp()
  for update skip locked;
  if not found then
    return;
  end if;
  bar := clinic.message_bar(taken);
  if bar is not null then
    update clinic.messages as m
    set state = 'cancelled', reason = bar
    where m.practice_id = taken.practice_id and m.id = taken.id;
    return;
  end if;
  earliest := clinic.earliest_hour(taken);
  if earliest > statement_timestamp() then
    update clinic.messages as m
    set next_try_at = earliest
    where m.practice_id = taken.practice_id and m.id = taken.id;
    return;
  end if;
  if taken.kind = 'yearly_review' and taken.target is null then
    taken.target := clinic.invite_again(taken.client_id, begin_try.invite_hash, begin_try.sealed_invite);
  end if;
  update clinic.messages as m
  set tries = m.tries + 1, target = taken.target,
    next_try_at = statement_timestamp() + least(interval '5 minutes' * 2 ^ m.tries, interval '12 hours')
  where m.practice_id = taken.practice_id and m.id = taken.id;
  if taken.client_id is not null then
    insert into clinic.links (secret_hash, practice_id, kind, target)
    values (stop_hash, taken.practice_id, 'stop', taken.client_id)
    on conflict on constraint links_pkey do nothing;
  end if;
  return query
    select
      taken.kind, taken.channel,
      case when taken.client_id is null then t.email when taken.channel = 'email' then c.email else c.phone end,
      taken.visit_on,
      case when taken.kind in ('plan', 'plan_paused', 'checkin', 'next_visit') then 'plan' else 'invite' end,
      o.sealed, r.name, r.colour, r.phone, r.email, t.display_name
    from clinic.practices as r
      left join clinic.present_client(taken.client_id) as c on c.practice_id = r.practice_id
      join clinic.practitioners as t
        on t.practice_id = r.practice_id and t.id = coalesce(c.practitioner_id, taken.practitioner_id)
      left join clinic.outbox_links as o on o.practice_id = r.practice_id and o.target = taken.target
    where r.practice_id = taken.practice_id;
end
$$;
