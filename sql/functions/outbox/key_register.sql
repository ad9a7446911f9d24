-- Registers the key to which secrets of links are sealed from now on.
create or replace function outbox.key_register(public_key bytea)
returns void
language sql
security definer
set search_path = pg_catalog, pg_temp
as $$
  insert into clinic.outbox_keys (public_key)
  values (key_register.public_key)
  on conflict on constraint outbox_keys_pkey do nothing
$$;
