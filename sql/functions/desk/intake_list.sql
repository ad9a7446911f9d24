-- Returns intakes without their answers: those of a client, newest first, or with null those of all clients that the
-- caller may see. Of these, those that wait for review come first, however many they are, and then the newest of the
-- others; all together are at most `most`, or with null all. One that a therapist typed in has the day that its form
-- says. Open intakes, a client's and all intakes are queries of their own, because each is answered by another index.
create or replace function desk.intake_list(
  to_review_only boolean, of_client text default null, most integer default null)
returns table (
  id uuid, short_id text, client uuid, client_name text, submitted_at timestamptz, state text, open_flags bigint,
  highest_urgency text, ordinal integer, dated_on text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  subject clinic.clients;
  waiting integer;
  mine uuid[];
  newest uuid[];
begin
  if of_client is null then
    perform clinic.require_sight('list intakes');
  else
    subject := clinic.require_client(of_client);
  end if;
  if subject.id is not null then
    return query
      select r.id, r.short_id, r.client, r.client_name, r.submitted_at, r.state, r.open_flags, r.highest_urgency,
        r.ordinal, case when r.is_typed_in then r.answers ->> 'visit.date' end
      from clinic.intake_records as r
      where r.client = subject.id and (not to_review_only or r.state in ('submitted', 'flagged', 'amended'))
      order by r.submitted_at desc, r.id
      limit most;
    return;
  end if;
  return query
    select r.id, r.short_id, r.client, r.client_name, r.submitted_at, r.state, r.open_flags, r.highest_urgency,
      r.ordinal, case when r.is_typed_in then r.answers ->> 'visit.date' end
    from clinic.intake_records as r
    where r.state in ('submitted', 'flagged', 'amended')
    order by r.submitted_at desc, r.id;
  get diagnostics waiting = row_count;
  if not to_review_only then
    mine := clinic.my_files();
    newest := array(
      select i.id
      from clinic.intakes as i
      where i.practice_id = (select clinic.my_practice())
        and i.client_id = any (mine)
        and i.state not in ('submitted', 'flagged', 'amended')
      order by i.submitted_at desc
      limit case when most is not null then greatest(most - waiting, 0) end);
    return query
      select r.id, r.short_id, r.client, r.client_name, r.submitted_at, r.state, r.open_flags, r.highest_urgency,
        r.ordinal, case when r.is_typed_in then r.answers ->> 'visit.date' end
      from clinic.intake_records as r
      where r.id = any (newest)
      order by r.submitted_at desc, r.id;
  end if;
end
$$;
