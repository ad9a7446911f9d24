-- Returns the clients one may see whose name, e-mail and phone number hold all of `words`, each from its beginning.
-- Those with the most words in full come first, then the shortest names; archived clients come last.
create or replace function desk.client_match(words text, most integer)
returns setof clinic.client_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  wanted constant text[] := array(select clinic.words_in(words));
  -- The upper bounds are computed here and not in the query. Behind row security an index is used only if every
  -- function in the condition is leakproof, and concatenation is not.
  beyond constant text[] := array(select w || chr(1114111) from unnest(wanted) as w);
  found_clients uuid[];
begin
  perform clinic.require_sight('list clients');
  if cardinality(wanted) = 0 then
    perform clinic.refuse('PL422', 'say what to look for');
  end if;
  select array_agg(m.client_id) into found_clients
  from (
    select w.client_id
    from unnest(wanted, beyond) as p (word, beyond)
      join clinic.client_words as w
        on w.practice_id = (select clinic.my_practice()) and w.word >= p.word and w.word < p.beyond
    group by w.client_id
    having count(distinct p.word) = cardinality(wanted)
  ) as m;
  return query
    select r.*
    from clinic.client_records as r
    where r.id = any (found_clients)
    order by
      r.archived,
      (
        select count(*)
        from clinic.client_words as w
        where w.practice_id = (select clinic.my_practice()) and w.client_id = r.id and w.word = any (wanted)
      ) desc,
      length(r.full_name), lower(r.full_name), r.id
    limit most;
end
$$;
