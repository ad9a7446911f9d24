-- Returns what the page of a link shows. It changes nothing, so a mail scanner that follows the link leaves no trace.
create or replace function door.invite_open(token_hash bytea)
returns table (
  practice_name text, practice_colour text, practice_phone text, therapist_name text, state text,
  content_version text, hidden_questions jsonb, expires_at timestamptz, submitted_at timestamptz, prefill bytea)
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
      r.name, r.colour, r.phone, p.display_name, i.state, i.content_version, to_jsonb(r.hidden_questions), i.expires_at,
      i.submitted_at, i.prefill
    from clinic.invites as i
      join clinic.practices as r on r.practice_id = i.practice_id
      join clinic.clients as c on c.practice_id = i.practice_id and c.id = i.client_id
      join clinic.practitioners as p on p.practice_id = c.practice_id and p.id = c.practitioner_id
    where i.practice_id = (select clinic.my_practice())
      and i.id = target
      and clinic.is_live(i);
  if not found then
    perform clinic.refuse('PL404', 'invite');
  end if;
end
$$;
