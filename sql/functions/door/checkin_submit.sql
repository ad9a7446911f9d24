-- Stores a check-in, its red flags, the plans and items they pause, and the audit entry: all or nothing.
--
-- The same answers again under the same key are the same receipt. Others under it are another check-in, so that nothing
-- is lost that was changed and sent again. A plan takes twelve a day. `raised` and `hurting` as in
-- clinic.take_in_checkin.
create or replace function door.checkin_submit(
  link_hash bytea, submission_key uuid, digest bytea, id uuid, form text, answers jsonb, content_version text,
  raised jsonb, hurting jsonb)
returns table (outcome text, code text, submitted_at timestamptz)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  target constant uuid := clinic.follow_link('plan', link_hash);
  plan clinic.plans;
  checkin clinic.checkins;
begin
  -- Those who come at once take turns, so that none is stored twice.
  select p.* into plan
  from clinic.plans as p
    join clinic.plan_copies as c on c.practice_id = p.practice_id and c.plan_id = p.id
  where p.practice_id = (select clinic.my_practice())
    and p.id = target
    and c.expires_at > statement_timestamp()
    and p.state in ('issued', 'paused')
  for update of p;
  if not found then
    perform clinic.refuse('PL404', 'plan');
  end if;
  select k.* into checkin
  from clinic.checkins as k
  where k.practice_id = plan.practice_id
    and k.plan_id = plan.id
    and k.submission_key = checkin_submit.submission_key
    and k.digest = checkin_submit.digest;
  if found then
    return query select 'replayed', checkin.short_id, checkin.submitted_at;
    return;
  end if;
  if plan.content_version <> checkin_submit.content_version then
    perform clinic.refuse('PL412', 'the plan asks for another version of the content');
  elsif (
    select count(*)
    from clinic.checkins as k
    where k.practice_id = plan.practice_id and k.plan_id = plan.id
      and k.submitted_at > statement_timestamp() - interval '1 day') >= 12
  then
    perform clinic.refuse('PL423', 'the plan has taken twelve check-ins today');
  end if;

  insert into clinic.checkins
    (practice_id, id, short_id, client_id, plan_id, form, submission_key, digest, content_version, answers)
  values (
    plan.practice_id, checkin_submit.id, clinic.new_short_id('checkin', checkin_submit.id), plan.client_id, plan.id,
    checkin_submit.form, checkin_submit.submission_key, checkin_submit.digest, checkin_submit.content_version,
    checkin_submit.answers)
  returning * into checkin;
  perform clinic.audit('checkin.submit', checkin.id, checkin.client_id);
  perform clinic.take_in_checkin(checkin, raised, array(select jsonb_array_elements_text(hurting)));
  return query select 'stored', checkin.short_id, checkin.submitted_at;
end
$$;
