-- Returns the clients one may see whose name, e-mail and phone number hold all of `words`, each from its beginning.
-- Those who are exactly meant come first, then those with the most words in full and the shortest names; archived
-- clients come last. A client is exactly meant when the words are the whole name, e-mail or phone number, however it is
-- dialled, and named when the name holds all of them.
create or replace function desk.client_match(words text, most integer)
returns table (
  id uuid, short_id text, full_name text, email text, phone text, birth_date date, practitioner text, archived boolean,
  created_at timestamptz, version integer, is_exact boolean, is_named boolean)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  wanted constant text[] := array(select clinic.words_in(words));
  -- So that a name is not compared with the phone number of everyone who has it.
  may_be_number constant boolean := length(clinic.phone_key(words)) >= 6;
  found_clients uuid[];
begin
  perform clinic.require_sight('list clients');
  if cardinality(wanted) = 0 then
    perform clinic.refuse('PL422', 'say what to look for');
  end if;
  found_clients := clinic.clients_with(words);
  return query
    select
      r.id, r.short_id, r.full_name, r.email, r.phone, r.birth_date, r.practitioner, r.archived, r.created_at,
      r.version,
      e.is_exact,
      not exists (
        select
        from unnest(wanted) as p (word)
        where not exists (select from clinic.name_words(r.full_name) as n where starts_with(n, p.word)))
    from clinic.client_records as r
      cross join lateral (
        select
          clinic.folded(r.full_name) = clinic.folded(words)
            or coalesce(lower(r.email) = lower(btrim(words)), false)
            or coalesce(may_be_number and clinic.is_same_number(r.phone, words), false)
      ) as e (is_exact)
    where r.id = any (found_clients)
    order by
      e.is_exact desc, r.archived,
      (
        select count(*)
        from clinic.client_words as w
        where w.practice_id = (select clinic.my_practice()) and w.client_id = r.id and w.word = any (wanted)
      ) desc,
      length(r.full_name), lower(r.full_name), r.id
    limit most;
end
$$;
