-- Returns the places where texts have all of these words, as clinic.words_in returns them, each from its beginning: in
-- what is closed, was filed under one client and has one of the marks of `records`, or with null in what is open and
-- was filed under any of `mine`, the newest thousand texts at most. An intake is a place for each of its answers that
-- has one of the words.
create or replace function clinic.places(wanted text[], of_kind text, one uuid, records bigint, mine uuid[])
returns table (
  kind text, id uuid, short_id text, filed_under uuid, at timestamptz, body text, content_version text, question text,
  answer jsonb)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  -- words_in takes leading zeros away from numbers.
  patterns constant text[] := array(select '(^| )0*' || w from unnest(wanted) as w);
  found clinic.record_texts[];
begin
  -- Folding is what costs most. A text of ASCII that lacks a word needs none.
  if one is not null then
    found := array(
      select t
      from clinic.record_texts as t
      where t.practice_id = (select clinic.my_practice())
        and t.client_id = one
        and clinic.record_mark(t.id) & records <> 0
        and not t.is_open
        and (of_kind is null or t.kind = of_kind)
        and (octet_length(t.body) > length(t.body) or lower(t.body) ~ all (wanted))
        and clinic.folded(t.body) ~ all (patterns));
  else
    found := array(
      select t
      from clinic.record_texts as t
      where t.practice_id = (select clinic.my_practice())
        and t.client_id = any (mine)
        and t.is_open
        and (of_kind is null or t.kind = of_kind)
        and (octet_length(t.body) > length(t.body) or lower(t.body) ~ all (wanted))
        and clinic.folded(t.body) ~ all (patterns)
      order by t.at desc
      limit 1000);
  end if;
  return query
    select t.kind, t.id, t.short_id, t.client_id, t.at, t.body, t.content_version, a.question, a.answer
    from unnest(found) as t
      left join lateral (
        select e.key as question, e.value as answer
        from jsonb_each(t.answers) as e
          cross join lateral (select e.value #>> '{}') as v (body)
        where jsonb_typeof(e.value) not in ('number', 'boolean')
          and (octet_length(v.body) > length(v.body) or lower(v.body) ~ any (wanted))
          and clinic.folded(v.body) ~ any (patterns)
      ) as a on true;
end
$$;
