-- Returns where these words occur in the records that the caller may see: names and contacts, notes, answers, and
-- messages of plans. `of_kind` null searches all of them. Case does not matter, and a choice is found by its id with
-- spaces. A row of an intake holds the question and the whole answer; the caller puts it into words.
create or replace function clinic.hits(words text, of_kind text)
returns table (
  kind text, id uuid, short_id text, client uuid, client_name text, at timestamptz, excerpt text,
  content_version text, question text, answer jsonb)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  wanted constant text := lower(words);
begin
  if wanted !~ '\S' then
    perform clinic.refuse('PL422', 'say what to look for');
  end if;
  return query
    with texts as (
      select
        'client' as kind, c.id, c.short_id, c.id as client, c.full_name as client_name, c.created_at as at,
        concat_ws(' ', c.full_name, c.email, c.phone) as body, null::text as content_version, null::text as question,
        null::jsonb as answer
      from clinic.client_records as c
      union all
      select 'note', n.id, null, c.client, c.client_name, n.written_at, n.note, null, null, null
      from clinic.client_notes as n
        join clinic.record_clients as c on c.practice_id = n.practice_id and c.filed_under = n.client_id
      where n.struck_at is null
      union all
      select
        'intake', i.id, i.short_id, i.client, i.client_name, i.submitted_at, w.words, i.content_version, a.question,
        a.answer
      from clinic.intake_records as i
        cross join lateral jsonb_each(i.answers) as a (question, answer)
        cross join lateral (
          select string_agg(leaf.value #>> '{}' || ' ' || translate(leaf.value #>> '{}', '_', ' '), ' ') as words
          from jsonb_path_query(a.answer, 'strict $.**') as leaf (value)
          where jsonb_typeof(leaf.value) = 'string'
        ) as w
      union all
      select 'plan', p.id, p.short_id, p.client, p.client_name, p.created_at, p.message, null, null, null
      from clinic.plan_records as p
    )
    select
      t.kind, t.id, t.short_id, t.client, t.client_name, t.at,
      case
        when t.answer is null
          then substr(t.body, greatest(1, position(wanted in lower(t.body)) - 30), length(wanted) + 60)
      end,
      t.content_version, t.question, t.answer
    from texts as t
    where position(wanted in lower(t.body)) > 0 and (of_kind is null or t.kind = of_kind);
end
$$;
