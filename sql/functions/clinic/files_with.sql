-- Returns under which of these clients closed records are filed that have all of these words, each from its beginning,
-- when one of the words was written last, so that no record with all of them is newer, and the marks of the records
-- that may have them all (clinic.record_mark): the newest thousand. That a mark is there does not mean that its record
-- has them.
create or replace function clinic.files_with(wanted text[], mine uuid[])
returns table (client_id uuid, told_at timestamptz, records bigint)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  -- As in clinic.clients_with: what a condition on the index computes must be leakproof.
  beyond constant text[] := array(select w || chr(1114111) from unnest(wanted) as w);
begin
  return query
    -- By the words first, and never by the clients, of whom there may be ten thousand.
    with told as materialized (
      select k.client_id, p.word, max(k.last_at) as told_at, bit_or(k.records) as records
      from unnest(wanted, beyond) as p (word, beyond)
        join clinic.record_words as k
          on k.practice_id = (select clinic.my_practice()) and k.word >= p.word and k.word < p.beyond
      group by k.client_id, p.word
    )
    select t.client_id, min(t.told_at), bit_and(t.records)
    from told as t
    where t.client_id = any (mine)
    group by t.client_id
    having count(*) = cardinality(wanted) and bit_and(t.records) <> 0
    order by min(t.told_at) desc
    limit 1000;
end
$$;
