-- Gives a record a random short id of four characters. After every four attempts that met an id in use it tries one
-- more character.
create or replace function clinic.new_short_id(kind text, id uuid)
returns text
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  base64 constant text := 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  crockford constant text := '0123456789abcdefghjkmnpqrstvwxyz';
  candidate text;
begin
  for attempt in 0..27 loop
    -- The ten characters of base64 from the twelfth on hold nothing but random bits of the UUID, six each.
    candidate := translate(
      substr(encode(uuid_send(gen_random_uuid()), 'base64'), 12, 4 + attempt / 4), base64, crockford || crockford);
    insert into clinic.short_ids (practice_id, short_id, kind, id)
    values (clinic.my_practice(), candidate, new_short_id.kind, new_short_id.id)
    on conflict on constraint short_ids_pkey do nothing;
    if found then
      return candidate;
    end if;
  end loop;
  perform clinic.refuse('PL409', 'no short id is free');
end
$$;
