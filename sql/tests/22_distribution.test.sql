-- What lets practices be spread over several servers, by the rules of Citus: a table is split by its practice, or it is
-- whole on every server (a reference table). expected/tables says which is which; that every key and index of a table of
-- practices begins with the practice is in 01_matrix.test.sql.
\ir fixture.sql

create temporary table tables (name text, keyed text);
\copy tables from 'expected/tables' (delimiter ' ')
select no_plan();

select is(
  (select array_agg(t.name order by t.name) from tables as t where t.keyed = 'directory' or t.name = 'clinic.content_versions'),
  array['clinic.content_versions', 'clinic.links', 'clinic.logins'], 'the tables whole on every server that practices need');
select is(
  (select format_type(a.atttypid, -1) || ' ' || a.attnotnull from pg_attribute as a where a.attrelid = t.name::regclass and a.attname = 'practice_id'),
  'uuid true', t.name || ' has a practice in every row')
from tables as t
where t.keyed = 'practice';

-- Foreign keys: from a table of practices to another one, with the practice first on both sides, so that both rows are
-- on the same server; or to a table that is whole on every server. From such a table to none of practices.
select ok(
  r.keyed <> 'practice'
    or (
      f.keyed = 'practice'
      and (select a.attname from pg_attribute as a where a.attrelid = k.conrelid and a.attnum = k.conkey[1]) = 'practice_id'
      and (select a.attname from pg_attribute as a where a.attrelid = k.confrelid and a.attnum = k.confkey[1]) = 'practice_id'),
  f.name || ' may refer to ' || r.name || ': ' || k.conname)
from pg_constraint as k
  join tables as f on f.name::regclass = k.conrelid
  join tables as r on r.name::regclass = k.confrelid
where k.contype = 'f';

-- Functions and views: each table of practices that a statement reads or changes is named with its practice: one that is
-- joined where it is joined, and any other in its statement. What is wrong in these is to be found.
create function clinic.joins_badly()
returns bigint
language sql
as $$
  select count(*)
  from clinic.clients as c
    join clinic.plans as p on p.practice_id = c.practice_id and p.client_id = c.id
    join clinic.intakes as i on i.client_id = c.id and i.id = p.intake_id
    left join clinic.visits as v
      on v.client_id = c.id
  where c.practice_id = clinic.my_practice() and i.practice_id = c.practice_id and v.practice_id = c.practice_id
$$;
create function clinic.reads_badly()
returns void
language plpgsql
as $$
begin
  perform from clinic.clients as c where c.id = clinic.my_id(); -- c.practice_id
  update clinic.plans as p set version = 1 where p.id = clinic.my_id();
  perform c.practice_id, p.practice_id from (select 1) as t;
end
$$;

create function clinic.lists_badly()
returns bigint
language sql
as $$ select count(*) from clinic.clients as c, clinic.plans as p where p.client_id = c.id $$;
create function clinic.reads_only_badly()
returns bigint
language sql
as $$ select count(*) from only clinic.clients as c $$;

create temporary table bodies as
select p.oid::regprocedure::text as what,
  regexp_replace(coalesce(pg_get_function_sqlbody(p.oid), p.prosrc), '--[^\n]*', '', 'g') as body, false as is_view
from pg_proc as p
where p.pronamespace::regnamespace::text in ('clinic', 'door', 'desk', 'operator', 'outbox', 'registrar') and p.prokind = 'f'
union all
-- A view names what it shows before where it takes it from.
select c.oid::regclass::text, pg_get_viewdef(c.oid), true
from pg_class as c
where c.relnamespace = 'clinic'::regnamespace and c.relkind = 'v';
select is(
  (select array_agg(b.what order by b.what) from bodies as b where b.body ~* ',\s*clinic\.\w+\s+as\M|\monly\s+clinic\.'),
  array['clinic.lists_badly()', 'clinic.reads_only_badly()'], 'every table stands behind a from, a join, an update or a using');
create temporary table uses as
select
  b.what, s.place, lower(u.words[1]) as how, u.words[2] as name, u.words[3] as alias,
  case when b.is_view then b.body else u.words[4] end as rest, u.words[4] as here
from bodies as b
  cross join lateral regexp_split_to_table(b.body, '(?=\m(?:from|join|update|using)\s+\(*clinic\.)', 'i')
    with ordinality as s (piece, place)
  cross join lateral (
    select regexp_match(
      s.piece, '^((?:from|join|update|using)\s+\(*)(clinic\.\w+)\M(?!\()(?:\s+as)?\s+(\w+)(.*)$', 'is') as words) as u
where u.words is not null;
create function tap.names_practice(u uses)
returns boolean
language sql
as $$
  select case
    -- What is joined says so right behind its name. The first of several in parentheses is joined behind these.
    when u.how ~ '^join\s+$' then
      u.here ~* '^\s*using\s*\(practice_id\M'
        or (regexp_split_to_array(
          u.here, '\m(?:where|join|left|right|full|cross|group|order|union|limit|returning|loop)\M|;', 'i'
        ))[1] ~* ('^\s*on\M.*\m' || u.alias || '\.practice_id\M')
    -- Until the statement ends, or the next table of that alias begins.
    else exists (
      select from uses as later
      where later.what = u.what and later.place >= u.place
        and split_part(later.rest, ';', 1) ~ ('\m' || u.alias || '\.practice_id\M')
        and not exists (
          select from uses as other
          where other.what = u.what and other.place > u.place and other.place <= later.place and other.alias = u.alias
            or other.what = u.what and other.place >= u.place and other.place < later.place and other.rest ~ ';'))
  end
$$;
select is(
  (select array_agg(u.what || ' ' || u.name order by u.what, u.place) from uses as u where u.what ~ 'badly' and not tap.names_practice(u)),
  array['clinic.joins_badly() clinic.intakes', 'clinic.joins_badly() clinic.visits', 'clinic.lists_badly() clinic.clients',
    'clinic.reads_badly() clinic.clients', 'clinic.reads_badly() clinic.plans'], 'what names no practice where it should is found');
select ok(tap.names_practice(u), u.what || ' names the practice of ' || u.name || ' as ' || u.alias)
from uses as u
  join tables as t on t.name = u.name
where t.keyed = 'practice' and u.what !~ 'badly'
  -- The operator lists the practices of the installation, and the outbox goes through them.
  and u.what not in ('operator.practice_list()', 'operator.practitioner_list()', 'outbox.practices()');
select cmp_ok((select count(*) from uses as u join tables as t using (name) where t.keyed = 'practice'), '>', 250::bigint, 'which are found');

select * from finish();
rollback;
