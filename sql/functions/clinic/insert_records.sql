-- Inserts records of an archive into the practice of this session, as they were written, with their parts. What is
-- closed comes in open, gets its parts, and is closed then. So every trigger sees what it sees when people work: what
-- is closed stays as it is, and its words are kept for the search.
create or replace function clinic.insert_records(noun text, records jsonb)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  while_open constant jsonb := case noun
    when 'intakes' then
      '{"state": "submitted", "accepted_at": null, "accepted_by": null, "returned_at": null, "returned_by": null,
        "returned_question": null, "returned_message": null}'
    when 'visits' then '{"state": "draft", "signed_at": null, "signed_by": null, "amended_at": null}'
    when 'plans' then
      '{"state": "draft", "issued_at": null, "issued_by": null, "wording": null, "revised_at": null, "paused_at": null,
        "closed_at": null}'
    else '{}'
  end;
  named record;
  part jsonb;
begin
  select n.* into named from clinic.archive_nouns() as n where n.noun = insert_records.noun;
  if not found then
    perform clinic.refuse('PL422', 'there are no records of that name');
  end if;
  -- A client may be merged into one who comes later, a plan revise one that does.
  set constraints clinic.clients_merged_into_fkey, clinic.plans_revises_fkey deferred;
  perform clinic.insert_rows(
    named.relation, named.left_out,
    (
      select coalesce(jsonb_agg(
        r.record - array(select p.part ->> 0 from jsonb_array_elements(named.parts) as p (part)) || while_open), '[]')
      from jsonb_array_elements(records) as r (record)
    ));
  for part in select p.part from jsonb_array_elements(named.parts) as p (part) loop
    -- A part with a column that is left out comes as records of its own.
    continue when part ->> 4 is not null;
    perform clinic.insert_rows(
      part ->> 1, '{}',
      (
        select coalesce(jsonb_agg(p.entry || jsonb_build_object(part ->> 2, r.record -> named.key)), '[]')
        from jsonb_array_elements(records) as r (record)
          cross join lateral jsonb_array_elements(r.record -> (part ->> 0)) as p (entry)
      ));
  end loop;
  if while_open <> '{}' then
    execute format(
      'update clinic.%1$I as t set %2$s from jsonb_populate_recordset(null::clinic.%1$I, $1) as r'
        ' where t.practice_id = $2 and t.id = r.id and t.state <> r.state',
      named.relation, (select string_agg(format('%1$I = r.%1$I', k), ', ') from jsonb_object_keys(while_open) as k))
    using records, clinic.my_practice();
  end if;
end
$$;
