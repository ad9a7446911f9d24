-- A practice's own items: any of its therapists may, no other practice sees them, and their loads stay as they were said.
\ir fixture.sql
select no_plan();

create function tap.item(title text, loads text)
returns text
language sql
as $$
  select format(
    '{"title": %s, "category": "stretch", "regions": [], "loads": %s, "steps": ["Pull."], "stop_if": [], "dose": {"reps": 5}, "causes": []}',
    to_jsonb(title), loads)
$$;
create function tap.item_call(call text, title text, loads text default '["prone"]')
returns text
language sql
as $$
  select format(call, tap.item(title, loads))
$$;

select tap.answers_well('jonas', tap.item_call($$desk.item_add('own.towel', %L, null, null)$$, 'Towel'));
select tap.answers('mira', tap.item_call($$desk.item_add('own.towel', %L, null, null)$$, 'Another'),
  'PL409 the practice has, or had, an item own.towel');
select alike(tap.tried('mira', 'desk.item_list()'), '%own.towel%Towel%Jonas%', 'a colleague sees it');
select tap.answers('tom', 'desk.item_list()', 'no rows');
select tap.answers('tom', tap.item_call($$desk.item_edit('own.towel', %L, null, null, 1)$$, 'Mine'), 'PL404 item');
select tap.answers('tom', $$desk.item_retire('own.towel', 1)$$, 'PL404 item');
select tap.answers_well('tom', tap.item_call($$desk.item_add('own.towel', %L, null, null)$$, 'Harbour towel'));
select tap.answers(login, tap.item_call($$desk.item_add('own.other', %L, null, null)$$, 'Other'),
  'PL403 this login belongs to no practitioner')
from unnest(array['leaver', 'stranger']) as login;
select tap.answers(login, 'desk.item_list()', 'no rows') from unnest(array['leaver', 'stranger']) as login;

-- What is kept is whole.
select unalike(tap.tried('mira', call), '("%', 'refused: ' || call)
from unnest(array[
  tap.item_call($$desk.item_add('hc.towel', %L, null, null)$$, 'Towel'),
  tap.item_call($$desk.item_add('own.Towel', %L, null, null)$$, 'Towel'),
  tap.item_call($$desk.item_add('own.blank', %L, null, null)$$, ' '),
  tap.item_call($$desk.item_add('own.loads', %L, null, null)$$, 'Towel', '"prone"'),
  $$desk.item_add('own.steps', '{"title": "x", "loads": [], "steps": [], "dose": {}}', null, null)$$,
  $$desk.item_add('own.dose', '{"title": "x", "loads": [], "steps": ["x"], "dose": {"reps": 0}}', null, null)$$,
  tap.item_call($$desk.item_add('own.wordless', %L, '\xffd8', null)$$, 'Towel'),
  tap.item_call($$desk.item_add('own.pictureless', %L, null, 'a towel')$$, 'Towel')]) as call;

-- The picture is read apart.
select tap.answers_well('mira', tap.item_call($$desk.item_edit('own.towel', %L, '\xffd8', 'A towel', 1)$$, 'Towel pull'));
select tap.answers('jonas', $$desk.item_picture('own.towel')$$, '("\\xffd8","A towel")');
select tap.answers('tom', $$desk.item_picture('own.towel')$$, 'no rows');

-- Two at once, other loads, another life.
select tap.answers('jonas', tap.item_call($$desk.item_edit('own.towel', %L, null, null, 1)$$, 'Towel'),
  'PL412 the item was changed by somebody else meanwhile');
select alike(
  tap.tried('mira', tap.item_call($$desk.item_edit('own.towel', %L, null, null, 2)$$, 'Towel', '[]')), 'PL409 update of clinic.items is refused%',
  'its loads stay');
select throws_like('delete from clinic.items', '%immutable%', 'an item is never deleted');
select throws_like($$update clinic.items set id = 'own.mat'$$, '%immutable%', 'nor named anew');
select tap.answers_well('jonas', $$desk.item_retire('own.towel', 2)$$);
select tap.answers('mira', tap.item_call($$desk.item_edit('own.towel', %L, null, null, 3)$$, 'Towel'), 'PL409 the item is retired');
select tap.answers('mira', $$desk.item_retire('own.towel', 3)$$, 'PL409 the item is retired');
select alike(tap.tried('mira', 'desk.item_list()'), '%own.towel%', 'and it stays listed');

select * from finish();
rollback;
