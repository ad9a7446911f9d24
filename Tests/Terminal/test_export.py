"""`export plans`: the bytes as issued, a second run that harms nothing, and the display of progress."""

import os
import subprocess

import pytest
from conftest import PROGRAM, SUPERUSER, WIDE, Screen, issued_plans_locked, plumbline, wait_for_a_reader_of_issued_plans

COUNT = 11
SINCE = "2098-01-01"
# Copies of one issued plan, issued in a year that no other test exports; the last has no PDF.
COPIES = f"""
create temporary table copies as
  select p.practice_id, p.id as original, gen_random_uuid() as id, :'mark' || lpad(n::text, 2, '0') as short_id
  from clinic.plans as p, generate_series(1, {COUNT}) as n where p.id = :'plan';
insert into clinic.short_ids select practice_id, short_id, 'plan', id from copies;
insert into clinic.plans (
    practice_id, id, short_id, client_id, intake_id, content_version, state, created_by, issued_at, issued_by, wording,
    revised_at)
  select c.practice_id, c.id, c.short_id, p.client_id, p.intake_id, p.content_version, 'revised', p.created_by,
    '2098-01-02', p.issued_by, p.wording, '2098-01-03'
  from copies as c join clinic.plans as p on p.id = c.original;
insert into clinic.plan_documents
  select c.practice_id, c.id, d.variant, d.bytes
  from copies as c join clinic.plan_documents as d on d.plan_id = c.original
  where c.short_id not like '%{COUNT}' or d.variant = 'text';
"""


@pytest.fixture(scope="module")
def plans(treated):
    """Short ids of the plans to export."""

    def since():
        return [plan["short_id"] for plan in plumbline("plan", "list") if (plan["issued_at"] or "") > SINCE]

    if not since():
        [plan] = [plan for plan in plumbline("plan", "list", treated) if plan["state"] == "issued"]
        subprocess.run(
            [*SUPERUSER, "-v", f"plan={plan['id']}", "-v", f"mark={os.urandom(3).hex()}"],
            input=COPIES,
            text=True,
            check=True,
        )
    return sorted(since())


def without_pdf(plans):
    [plan] = [plan for plan in plans if plan.endswith(str(COUNT))]
    return f"plan-{plan}.pdf"


def export(folder, *more):
    return subprocess.run(
        [PROGRAM, "export", "plans", "--since", SINCE, "-o", folder, *more, "--service", "mira"],
        capture_output=True,
        text=True,
        env=WIDE,
    )


def test_the_files_hold_the_bytes_as_issued_and_stay_when_run_again(plans, tmp_path):
    first = export(tmp_path)
    assert first.returncode == 0 and first.stdout == "", first.stderr
    names = {f"plan-{plan}.{kind}" for plan in plans for kind in ("pdf", "txt")} - {without_pdf(plans)}
    assert sorted(os.listdir(tmp_path)) == sorted(names)
    assert f"{without_pdf(plans)} is not there" in first.stderr
    for kind, suffix in (("pdf", "pdf"), ("text", "txt")):
        issued = subprocess.run(
            [PROGRAM, "plan", "export", plans[0], "--format", kind, "--service", "mira"],
            capture_output=True,
            check=True,
        ).stdout
        assert (tmp_path / f"plan-{plans[0]}.{suffix}").read_bytes() == issued
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert export(tmp_path).returncode == 0
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


def test_another_file_of_that_name_is_never_written_over(plans, tmp_path):
    mine = tmp_path / f"plan-{plans[0]}.txt"
    mine.write_text("my own notes")
    refused = export(tmp_path)
    assert refused.returncode == 6 and str(mine) in refused.stderr and "Next:" in refused.stderr
    assert mine.read_text() == "my own notes"


def test_a_pipe_reads_a_line_for_every_tenth(plans, tmp_path):
    told = export(tmp_path).stderr.splitlines()
    assert [told[-3], told[-1]] == [f"{COUNT} of {COUNT}", f"✓ {COUNT} plans as issued, in {tmp_path}."]
    assert 9 <= len(told) - 2 <= 10 and "\r" not in "".join(told)
    assert all(line.startswith("! ") for line in export(tmp_path, "--quiet").stderr.splitlines()), "warnings stay"


@pytest.mark.parametrize("width", [40, 80])
def test_a_terminal_shows_a_bar_once_it_takes_long(plans, tmp_path, width):
    with issued_plans_locked():
        screen = Screen("export", "plans", "--since", SINCE, "-o", str(tmp_path), width=width)
        # Longer than the delay before the bar is drawn.
        wait_for_a_reader_of_issued_plans(seconds=0.6)
    text, status = screen.end()
    assert status == 0
    bars = [bar for bar in text.split("\r") if "█" in bar]
    assert bars and bars[-1].endswith(f" {COUNT} of {COUNT}") and all(len(bar) < width for bar in bars)


def test_without_a_folder_it_says_what_is_missing():
    done = subprocess.run(
        [PROGRAM, "export", "plans", "--since", SINCE, "--service", "mira"], capture_output=True, text=True
    )
    assert done.returncode == 64 and "-o FOLDER" in done.stderr
