-- Removes what nobody needs any more in a practice, and says how many of each: of invites that have expired, the drafts
-- with their resume codes, the copies for the browser that sent the form, and the answers of an earlier form with the
-- code that opens them; the copies of plans whose links have expired; the secrets of both, kept for messages;
-- posture photos whose links have ended, or whose last day is over; and what changes replaced, once no change that can
-- be undone looks at it any more. It can be repeated.
create or replace function operator.expire(practice uuid)
returns table (kind text, removed bigint)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  gone jsonb;
begin
  perform clinic.enter(expire.practice);
  perform set_config('plumbline.erasing', 'on', true);
  with expired as (
    select i.id, i.prefill is not null or i.history_code_hash is not null as has_history
    from clinic.invites as i
    where i.practice_id = expire.practice and i.expires_at <= statement_timestamp()
  ), drafts as (
    delete from clinic.drafts as d
    where d.practice_id = expire.practice and d.invite_id in (select e.id from expired as e)
    returning 1
  ), sent as (
    delete from clinic.submitted_copies as c
    where c.practice_id = expire.practice
      and c.intake_id in (
        select i.id
        from clinic.intakes as i
        where i.practice_id = expire.practice and i.invite_id in (select e.id from expired as e))
    returning 1
  ), histories as (
    update clinic.invites as i
    set prefill = null, history_code_hash = null
    where i.practice_id = expire.practice and i.id in (select e.id from expired as e where e.has_history)
    returning 1
  ), plans as (
    delete from clinic.plan_copies as c
    where c.practice_id = expire.practice and c.expires_at <= statement_timestamp()
    returning 1
  ), changes as (
    delete from clinic.undo_log as r
    where r.practice_id = expire.practice
      and r.undo_until <= statement_timestamp()
      and r.made_at <= statement_timestamp() - interval '30 days'
    returning 1
  )
  select jsonb_build_object(
    'drafts', (select count(*) from drafts), 'sent copies', (select count(*) from sent),
    'earlier answers', (select count(*) from histories), 'plan copies', (select count(*) from plans),
    'links to send', clinic.expire_links(expire.practice),
    'photos', clinic.expire_photos(expire.practice), 'replaced details', (select count(*) from changes)) into gone;
  perform set_config('plumbline.erasing', '', true);
  if exists (select from jsonb_each_text(gone) as g where g.value <> '0') then
    perform clinic.audit('practice.expire', expire.practice, null);
  end if;
  return query
    select g.key, g.value::bigint
    from jsonb_each_text(gone) as g
    order by g.key;
end
$$;
