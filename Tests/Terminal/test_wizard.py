"""An evaluation that is entered area by area, and Ctrl-C in the middle of it."""

import json
import stat

from conftest import NAMES, Screen, plumbline


def test_the_wizard_asks_area_by_area(people):
    screen = Screen("evaluation", "new", people[NAMES[2]], "--ask")
    screen.expect("]:").type("999999").expect("!").expect("]:").type("q")
    assert screen.end()[1] == 2


def test_ctrl_c_in_the_wizard_keeps_the_answers_and_says_how_to_go_on(people, tmp_path):
    person = people[NAMES[0]]
    screen = Screen("evaluation", "new", person, "--ask", width=400, XDG_RUNTIME_DIR=str(tmp_path))
    screen.expect("20 to 80").type("47").expect("20 to 80").type("48").expect("]:").expect("]:")
    screen.process.sendintr()
    text, status = screen.end()
    assert status == 130
    (draft,) = tmp_path.glob("plumbline-*")
    assert stat.S_IMODE(draft.stat().st_mode) == 0o600
    assert f"What you wrote is in {draft}." in text and f"--ask --resume {draft}" in text
    screen = Screen("evaluation", "new", person, "--ask", "--resume", str(draft), XDG_RUNTIME_DIR=str(tmp_path))
    assert "20 to 80" not in screen.expect("]:").process.before, "what is answered is not asked again"
    screen.type("q")
    assert screen.end()[1] == 0
    assert plumbline("evaluation", "show", person)["findings"]["pf.fhp_cva"] == {"left": 47, "right": 48}
    assert not list(tmp_path.glob("plumbline-*")), "the drafts are gone once it is saved"


def test_a_wizard_that_is_resumed_and_interrupted_leaves_one_file(people, tmp_path):
    draft = tmp_path / "plumbline-draft"
    draft.write_text("pf.fhp_cva left = 47\n")
    resume = ["evaluation", "new", people[NAMES[0]], "--ask", "--resume", str(draft)]
    screen = Screen(*resume, XDG_RUNTIME_DIR=str(tmp_path)).expect("20 to 80").expect("]:").type("48").expect("]:")
    screen.process.sendintr()
    assert screen.end()[1] == 130
    assert list(tmp_path.glob("plumbline-*")) == [draft]
    assert draft.read_text() == "pf.fhp_cva left = 47\npf.fhp_cva right = 48\n"
    assert Screen(*resume, "-n").expect("]:").type("q").end()[1] == 0 and draft.exists(), "a dry run leaves it"


def test_it_goes_back_takes_both_sides_and_says_how(people):
    """The keys for a quick look at twelve things are counted."""
    person = people[NAMES[3]]
    screen = Screen("evaluation", "new", person, "--ask", width=200)
    screen.expect("a quick look, by eye").expect("head pokes forward, left").type("?").expect("Measured between")
    screen.expect("usual from 50").expect("head pokes forward, left").type("mild 45°")
    screen.expect("head tilts").type("b").expect("now mild 45°").type("mod usual")
    screen.expect("head tilts").type("mild").expect("to which side? mild left, or mild right")
    screen.expect("head tilts").type("modrate left").expect("Did you mean moderate left?")
    screen.expect("head tilts").type("mild left").expect("roll forward, left").type("skip")
    screen.expect("roll forward, right").type("38 40").expect("one shoulder higher").type("b")
    screen.expect("roll forward, right").type("Back").expect("roll forward, left").expect("]:\x1b[0m ").type("s")
    while screen.process.expect_exact(["Trigger point, such as", "]:\x1b[0m "]) == 1:
        screen.type("s")
    screen.type("trap right active").expect("Upper trapezius").expect("such as").type("upper trap right active 3")
    screen.expect("1 so far").type("ql l latent").expect("2 so far").type("")
    screen.expect("Measured with").type("by eye").expect("Clothing").type("").expect("Footwear").type("barefoot")
    screen.expect("Distance").type("2 m")
    assert screen.end()[1] == 0
    shown = plumbline("evaluation", "show", person)
    assert shown["findings"] == {
        "pf.fhp_cva": {"left": "moderate", "right": "usual"},
        "pf.head_tilt": "mild left",
        "pf.rounded_shoulder": {"left": 38, "right": 40},
    }, "both sides at once, at whichever is asked for"
    assert [(point["muscle"], point["region"], point["tender"]) for point in shown["trigger_points"]] == [
        ("upper_trapezius", "shoulder_top_r", 3),
        ("quadratus_lumborum", "low_back_l", 1),
    ]
    assert shown["conditions"] == {"measured_with": "by eye", "footwear": "barefoot", "distance": "2 m"}
    text = Screen("evaluation", "show", person).end()[0]
    assert "moderate, by eye" in text and "barefoot" in text


def test_a_side_that_is_named_is_the_one_that_is_written_down(people):
    person = people[NAMES[2]]
    screen = Screen("evaluation", "new", person, "--ask", width=200)
    screen.expect("head pokes forward, left").type("mild right").expect("head pokes forward, left").type("45 left")
    screen.expect("head pokes forward, right").expect("now mild").type("")
    screen.expect("head tilts").type("3 4").expect("is two values: one is wanted here")
    screen.expect("head tilts").type("").expect("roll forward, left").type("both mild").expect("one shoulder higher")
    screen.type("q")
    assert screen.end()[1] == 0
    assert plumbline("evaluation", "show", person)["findings"] == {
        "pf.fhp_cva": {"left": 45, "right": "mild"},
        "pf.rounded_shoulder": {"left": "mild", "right": "mild"},
    }


def test_a_side_that_is_named_after_both_were_given_leaves_the_other(people):
    person = people[NAMES[2]]
    screen = Screen("evaluation", "new", person, "--ask", width=200)
    screen.expect("head pokes forward, left").type("44 45").expect("head tilts").type("b")
    screen.expect("head pokes forward, left").expect("now 44 45").type("mild right")
    screen.expect("head pokes forward, left").expect("now 44").type("")
    screen.expect("head pokes forward, right").expect("now mild").type("").expect("head tilts").type("q")
    assert screen.end()[1] == 0
    assert plumbline("evaluation", "show", person)["findings"] == {"pf.fhp_cva": {"left": 44, "right": "mild"}}


def test_ctrl_c_before_the_first_answer_keeps_nothing_and_says_nothing_of_it(people, tmp_path):
    screen = Screen("evaluation", "new", people[NAMES[0]], "--ask", XDG_RUNTIME_DIR=str(tmp_path)).expect("]:")
    screen.process.sendintr()
    text, status = screen.end()
    assert status == 130 and "What you wrote" not in text and not list(tmp_path.glob("plumbline-*"))


def test_a_program_may_say_a_trigger_point_in_plain_words(people):
    said = ["upper trap, right, active", {"muscle": "glute max", "side": "left", "status": "latent", "tender": 3}]
    record = plumbline(
        "evaluation", "new", people[NAMES[3]], "--from-json", "-", stdin=json.dumps({"trigger_points": said})
    )
    assert [(point["muscle"], point["region"], point["tender"]) for point in record["trigger_points"]] == [
        ("upper_trapezius", "shoulder_top_r", 2),
        ("gluteus_maximus", "buttock_l", 3),
    ]


def test_what_is_resumed_is_not_lost_to_findings_in_a_file(people, tmp_path):
    draft = tmp_path / "draft"
    draft.write_text("pf.fhp_cva left = 47\n")
    findings = tmp_path / "findings.json"
    findings.write_text('{"findings": {"pf.atr": 3}}')
    new = ["evaluation", "new", people[NAMES[0]]]
    assert Screen(*new, "--from-json", str(findings), "--resume", str(draft)).end()[1] == 64 and draft.exists()


def test_an_evaluation_without_findings_is_none(people, tmp_path):
    findings = tmp_path / "findings.json"
    findings.write_text("{}")
    before = len(plumbline("evaluation", "list", people[NAMES[0]]))
    text, status = Screen("evaluation", "new", people[NAMES[0]], "--from-json", str(findings)).end()
    assert status == 64 and "nothing was filled in" in text
    assert len(plumbline("evaluation", "list", people[NAMES[0]])) == before
