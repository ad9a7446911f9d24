-- Returns the id that a reference names. A reference is an id or a short id as people type it: in any case, with o for
-- 0 and i or l for 1. Null if it names no record of this kind.
create or replace function clinic.id_of(kind text, reference text)
returns uuid
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select
    case
      when reference ~ '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$' then reference::uuid
      else (
        select s.id
        from clinic.short_ids as s
        where s.practice_id = (select clinic.my_practice())
          and s.short_id = translate(lower(reference), 'oil', '011')
          and s.kind = id_of.kind)
    end
$$;
