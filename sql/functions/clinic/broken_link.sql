-- Returns the first entry where the practice's chain is not what was written: an entry was changed, left out, inserted
-- or moved, its reason was changed or removed, or the head is not that of the last entry. Null if the chain is intact.
create or replace function clinic.broken_link()
returns bigint
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select min(wrong.sequence)
  from (
    select e.sequence
    from (
      select
        a.sequence, a.hash, a.previous_hash,
        lag(a.hash, 1, ''::bytea) over chain as hash_before,
        lag(a.sequence, 1, 0::bigint) over chain as sequence_before,
        clinic.audit_hash(a) as hash_of_content
      from clinic.audit_entries as a
      where a.practice_id = (select clinic.my_practice())
      window chain as (order by a.sequence)
    ) as e
    where e.hash <> e.hash_of_content
      or e.previous_hash <> e.hash_before
      or e.sequence <> e.sequence_before + 1
    union all
    -- The reason is not the one that was given, or is missing although its client was not erased.
    select e.sequence
    from clinic.audit_entries as e
      left join clinic.audit_reasons as r on r.practice_id = e.practice_id and r.sequence = e.sequence
    where e.practice_id = (select clinic.my_practice())
      and e.reason_hash is distinct from clinic.reason_hash(r.salt, r.reason)
      and not (
        r.reason is null
        and exists (
          select from clinic.erasures as x where x.practice_id = e.practice_id and x.client_id = e.client_id))
    union all
    select greatest(h.sequence, last_entry.sequence)
    from clinic.audit_heads as h
      left join lateral (
        select a.sequence, a.hash
        from clinic.audit_entries as a
        where a.practice_id = h.practice_id
        order by a.sequence desc
        limit 1
      ) as last_entry on true
    where h.practice_id = (select clinic.my_practice())
      and (h.sequence <> coalesce(last_entry.sequence, 0) or h.hash <> coalesce(last_entry.hash, ''))
  ) as wrong
$$;
