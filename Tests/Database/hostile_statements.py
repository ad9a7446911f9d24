"""The statements of `hostile_door`: those written by hand (hostile_statements.txt), and random ones of a grammar."""

import pathlib
import random

HASHES = [
    "null",
    "''",
    r"'\x'",
    r"'\x00'",
    r"'\x" + "ff" * 32 + "'",
    "'" + "a" * 32 + "'",
    r"'\x" + "00" * 31 + "'",
    r"'\x" + "00" * 65536 + "'",
]


def sections():
    """The lines of hostile_statements.txt by the name of their section."""
    found = {}
    for line in pathlib.Path(__file__).with_suffix(".txt").read_text().splitlines()[1:]:
        if line.startswith("["):
            found[line[1:-1]] = lines = []
        elif line:
            lines.append(line)
    return found


WORDS = sections()
CALLS = WORDS["functions"] + WORDS["functions of the other faces"]


def written(tables):
    """Every statement written by hand, for each of these tables and views of `clinic`."""
    for table in tables:
        for statement in WORDS["of a table"]:
            yield statement.replace("{table}", f"clinic.{table}").replace("{name}", table)
    for view in WORDS["catalogue"]:
        yield from (f"select * from {view}", f"select * from pg_catalog.{view} where true limit 5")
    for view in WORDS["information schema"]:
        yield f"select * from information_schema.{view}"
    for call in CALLS:
        yield from (f"select {call}", f"select * from {call} as x", f"values ({call})")
        yield from (f"execute immediate {call}", f"call {call}")
    for call in WORDS["functions of the door"]:
        for value in HASHES:
            statement = f"select * from {call.replace('{h}', value)}"
            yield from (statement, f"explain (analyze, verbose) {statement}")
    for role in WORDS["roles"]:
        yield from (f"set role {role}", f"set local role {role}", f"set session authorization {role}")
        yield from (f"grant {role} to plumbline_door", f"alter role {role} password 'x'", f"drop role {role}")
        yield f"reassign owned by {role} to plumbline_door"
    for setting in WORDS["settings"]:
        name, value = setting.split("=")
        yield (
            f"set {name} = '{value}'; select * from door.invite_open('\\x00'); select * from clinic.clients; "
            "select * from client_list(true)"
        )
        yield from (
            f"show {name}",
            f"alter role plumbline_door set {name} = '{value}'; alter role plumbline_door reset all",
        )
    yield from WORDS["statements"]


class Grammar:
    """Makes random statements."""

    COLUMNS = (
        "*",
        "id",
        "full_name",
        "answers",
        "secret_hash",
        "practice_id",
        "x",
        "ctid",
        "xmin",
        "tableoid",
        "1",
        "null",
    )
    IDENTIFIER = "'01900000-0000-7000-8000-000000000101'"
    LITERALS = ("null", "1", "'x'", r"'\x00'", "'k7f3'", IDENTIFIER, "'{}'", "true", "'clinic.clients'")
    OPERATORS = ("=", "<", "||", "+", "is distinct from", "like", "~", "->>", "@>", "and", "or")
    TYPES = ("text", "int", "uuid", "regclass", "jsonb", "bytea", "clinic.clients", "xml", "regproc", "oid")

    def __init__(self, seed, tables):
        self.random = random.Random(seed)
        self.names = [f"clinic.{table}" for table in tables] + WORDS["catalogue"]
        self.names += ["information_schema.columns", "x", "public.x"]

    def pick(self, *choices):
        return self.random.choice(choices)

    def name(self):
        return self.pick(*self.names)

    def column(self):
        return self.pick(*self.COLUMNS)

    def literal(self):
        return self.pick(*self.LITERALS)

    def call(self):
        call = self.pick(*CALLS, *WORDS["functions of the door"])
        return call.replace("{h}", self.pick(*HASHES[:7]))

    def expression(self, depth=0):
        if depth > 3:
            return self.literal()

        def deeper():
            return self.expression(depth + 1)

        return self.pick(
            self.literal,
            self.call,
            self.column,
            self.literal,
            lambda: f"({deeper()} {self.pick(*self.OPERATORS)} {deeper()})",
            lambda: f"{deeper()}::{self.pick(*self.TYPES)}",
            lambda: f"({self.query(depth + 1)})",
            lambda: f"exists ({self.query(depth + 1)})",
            lambda: f"case when {deeper()} then {deeper()} else {deeper()} end",
            lambda: f"coalesce({deeper()}, {deeper()})",
            lambda: f"array[{deeper()}]",
            lambda: f"row({deeper()}, {deeper()})",
        )()

    def source(self, depth):
        inner = f"({self.query(depth + 1)}) as q" if depth < 3 else self.name()
        return self.pick(self.name(), self.name(), f"{self.call()} as f", inner)

    def query(self, depth=0):
        text = f"select {self.expression(depth + 1)} from {self.source(depth)}"
        if self.random.random() < 0.4:
            text += f" where {self.expression(depth + 1)}"
        if self.random.random() < 0.2:
            text += f" order by {self.pick('1', self.expression(depth + 1))}"
        if depth < 2 and self.random.random() < 0.2:
            text += f" union all {self.query(depth + 1)}"
        return text

    def statement(self):
        return self.pick(
            self.query,
            self.query,
            lambda: f"explain (verbose, costs) {self.query()}",
            lambda: f"explain analyze {self.query()}",
            lambda: f"copy ({self.query()}) to stdout",
            lambda: f"select {self.expression()}",
            lambda: f"values ({self.expression()}, {self.expression()})",
            lambda: f"prepare p as {self.query()}; execute p; deallocate p",
            lambda: f"begin; declare c cursor for {self.query()}; fetch all from c; commit",
            lambda: f"with w as ({self.query()}) select * from w",
            lambda: f"insert into {self.name()} {self.query()} returning *",
            lambda: f"update {self.name()} set {self.column()} = {self.expression()} returning *",
            lambda: f"delete from {self.name()} where {self.expression()} returning *",
            lambda: f"create table x as {self.query()}",
            lambda: f"set plumbline.practice = {self.literal()}; {self.query()}",
            lambda: f"call {self.call()}",
            lambda: f"table {self.name()}",
            lambda: f"select * from {self.call()} as f where {self.expression()}",
            lambda: f"lock table {self.name()}",
        )()
