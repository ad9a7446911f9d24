-- What a client told of each measure, and when, oldest first: of all intakes and check-ins that are closed, their own
-- and those of who was merged into them. A report over all clients reads these rows instead of what they were made of.
-- They follow from the records and from the measures of the newest content, and clinic.keep_courses makes those of a
-- client anew when either changes.
--
-- As with clinic.record_words, what is open is not here. There is little of it, so it is read as it stands, and the
-- form that a client sends does not wait for this.
create table clinic.client_courses (
  practice_id uuid not null,
  client_id uuid not null,
  measure text not null,
  told_at timestamptz[] not null,
  told numeric[] not null,
  constraint client_courses_pkey primary key (practice_id, client_id, measure),
  constraint client_courses_client_fkey foreign key (practice_id, client_id) references clinic.clients
    on delete cascade,
  constraint client_courses_paired check (cardinality(told) > 0 and cardinality(told) = cardinality(told_at))
);
select clinic.lock_by_practice('clinic.client_courses');

-- Keeps the courses of the clients whose intakes or check-ins a statement wrote.
create function clinic.keep_courses_of_records()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  practice uuid;
  owners uuid[];
  locked uuid[];
begin
  -- A check-in that a client sends is open; one that comes in an archive may be closed.
  if tg_op = 'INSERT' and not exists (select from changed as c where to_jsonb(c) ->> 'read_at' is not null) then
    return null;
  end if;
  for practice in select distinct c.practice_id from changed as c loop
    locked := '{}';
    loop
      -- Asked again after each wait, because it may have been for a merge of them.
      owners := array(
        select distinct coalesce(f.merged_into, f.id)
        from changed as c
          join clinic.clients as f on f.practice_id = c.practice_id and f.id = c.client_id
        where c.practice_id = practice);
      exit when owners <@ locked;
      perform from clinic.clients as c
      where c.practice_id = practice and c.id = any (owners)
      order by c.id
      for no key update;
      locked := locked || owners;
    end loop;
    perform clinic.remake_courses(practice, locked);
  end loop;
  return null;
end
$$;
create trigger intakes_courses
  after update on clinic.intakes
  referencing new table as changed
  for each statement execute function clinic.keep_courses_of_records();
create trigger checkins_courses
  after insert on clinic.checkins
  referencing new table as changed
  for each statement execute function clinic.keep_courses_of_records();
create trigger checkins_courses_once_read
  after update on clinic.checkins
  referencing new table as changed
  for each statement execute function clinic.keep_courses_of_records();

-- Keeps the courses of a client who is merged, and of those into whom they are or were.
create function clinic.keep_courses_of_merged()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.keep_courses(
    old.practice_id,
    array_remove(array[old.id, old.merged_into, case when tg_op = 'UPDATE' then new.merged_into end], null));
  return null;
end
$$;
create trigger clients_courses_once_merged
  after update of merged_into on clinic.clients
  for each row
  when (old.merged_into is distinct from new.merged_into)
  execute function clinic.keep_courses_of_merged();
-- After the records went, by the names of the triggers.
create trigger clients_courses_once_erased
  after delete on clinic.clients
  for each row
  when (old.merged_into is not null)
  execute function clinic.keep_courses_of_merged();
