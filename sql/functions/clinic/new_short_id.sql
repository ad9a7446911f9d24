-- Gives a record its short id: random, four characters, one more for each four that were taken.
create or replace function clinic.new_short_id(kind text, id uuid)
returns text
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  crockford constant text := '0123456789abcdefghjkmnpqrstvwxyz';
  random_bytes bytea;
  candidate text;
begin
  for attempt in 0..31 loop
    -- Version and variant bits are in bytes 6 and 8 of the UUID; the hash spreads its 122 random bits.
    random_bytes := sha256(uuid_send(gen_random_uuid()));
    select string_agg(substr(crockford, 1 + get_byte(random_bytes, n) % 32, 1), '')
    into candidate
    from generate_series(0, 3 + attempt / 4) as n;

    insert into clinic.short_ids (practice_id, short_id, kind, id)
    values (clinic.my_practice(), candidate, new_short_id.kind, new_short_id.id)
    on conflict on constraint short_ids_pkey do nothing;
    if found then
      return candidate;
    end if;
  end loop;
  raise exception 'no short id is free' using errcode = 'PL409';
end
$$;
