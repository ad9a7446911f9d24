"""What leaves as FHIR R4 is valid, by `fhir.resources` and by rules of our own, and every answer comes back."""

import argparse
import json
import operator
import os
import pathlib
import random
import subprocess
import sys

from fhir.resources.bundle import Bundle
from fhirpathpy import evaluate
from fhirpathpy.models import models

ROOT = pathlib.Path(__file__).parents[3]
PROGRAM = os.path.join(os.environ["PLUMBLINE_BIN"], "plumbline")
PROBES = json.loads((ROOT / "Tests/ClinicalTests/Data/probes.json").read_text())
EVALUATION = json.loads((ROOT / "deploy/demo/evaluation.json").read_text())
NAMES = ["Zoë O'Neill", "李小龍", "مريم", 'Ana, "the" <runner>', "a\\b;c,d", "𝒜 & co"]
TEXTS = [*NAMES, "Ω\u00a0tab\there", "two\nlines", "1/2 <br> &amp;", "= 1 + 1"]
DETAILS = ["name", "phone", "email", "birth_date"]
# Each must hold for every resource of the type, where it has one.
RULES = {
    "Bundle": [
        "entry.all(fullUrl.exists())",
        "entry.fullUrl.isDistinct()",
        "entry.resource.where(resourceType = 'Patient').exists()",
    ],
    "QuestionnaireResponse": ["item.linkId.isDistinct() or item.where(answer.empty()).exists()", "subject.exists()"],
    "Questionnaire": ["item.linkId.isDistinct()", "item.where(type = 'choice').all(answerOption.exists())"],
    "Observation": ["(value | component | hasMember | dataAbsentReason).exists()", "effective.exists()"],
    "Consent": ["policyRule.exists()"],
    "CarePlan": ["activity.all(detail.exists())"],
    "DocumentReference": ["content.attachment.data.exists()"],
    "Provenance": ["target.exists() and agent.who.exists()"],
}


def plumbline(*words, stdin=None, service="mira"):
    done = subprocess.run(
        [PROGRAM, *words, "--json", "--service", service], input=stdin, capture_output=True, text=True
    )
    assert done.returncode == 0, f"{words}: {done.stderr}"
    return json.loads(done.stdout)


def random_answers(source):
    """The baseline with what three probes change, and free text and numbers of any kind."""
    answers = PROBES["baseline"] | {"visit.reason": source.choice(TEXTS), "sleep.hours": source.randint(3, 11)}
    for probe in source.sample(PROBES["probes"], 3):
        answers |= probe.get("set") or {}
    return {name: value for name, value in answers.items() if value is not None}


def details(source):
    day = f"{source.randint(1930, 2005)}-{source.randint(1, 12):02}-{source.randint(1, 28):02}"
    email = f"{source.randrange(10**9)}@example.org"
    return ["--phone", f"+1555{source.randrange(10**7):07}", "--email", email, "--birth-date", day]


def made(source, number):
    """A client with a form and an evaluation, and often a plan; returns their id and the answers as they are kept."""
    name = f"{source.choice(NAMES)} {number} {os.urandom(3).hex()}"
    client = plumbline("client", "add", name, "--yes", *details(source))["id"]
    try:
        intake = plumbline("intake", "start", client, "--from-json", "-", stdin=json.dumps(random_answers(source)))
    except AssertionError:
        intake = plumbline("intake", "start", client, "--from-json", "-", stdin=json.dumps(PROBES["baseline"]))
    evaluation = plumbline("evaluation", "new", client, "--from-json", "-", stdin=json.dumps(EVALUATION))
    plumbline("evaluation", "sign", evaluation["id"])
    if not intake["redflags"]:
        plumbline("intake", "accept", intake["id"])
        plumbline("plan", "issue", plumbline("plan", "new", client)["id"])
    return client, intake["answers"]


def exported(client):
    done = subprocess.run(
        [PROGRAM, "export", "fhir", client, "--service", "mira"], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def faults(bundle):
    """Breaches of our rules, and references that lead nowhere."""
    known = {entry["fullUrl"] for entry in bundle["entry"]}
    for resource in [bundle, *[entry["resource"] for entry in bundle["entry"]]]:
        kind = resource["resourceType"]
        for rule in RULES.get(kind, []):
            if evaluate(resource, rule, [], models["r4"]) != [True]:
                yield f"{kind}: {rule}"
        if kind != "Bundle":
            for reference in references(resource):
                if reference not in known:
                    yield f"{kind} refers to {reference}"


def hidden(bundle):
    """Answers to questions that our own Questionnaire would not show to who answered so."""
    forms = {entry["resource"]["version"]: entry["resource"] for entry in of_type(bundle, "Questionnaire")}
    for response in of_type(bundle, "QuestionnaireResponse"):
        form = forms[response["resource"]["questionnaire"].split("|")[1]]
        given = {item["linkId"]: item.get("answer", []) for item in response["resource"]["item"]}
        for item in form["item"]:
            if item["linkId"] in given and not enabled(item, given):
                yield f"{item['linkId']} is answered and not shown"


def of_type(bundle, kind):
    return [entry for entry in bundle["entry"] if entry["resource"]["resourceType"] == kind]


def enabled(item, given):
    """What `enableWhen` and `enableBehavior` of R4 say."""
    conditions = item.get("enableWhen", [])
    met = [holds(condition, given.get(condition["question"], [])) for condition in conditions]
    return not met or (all(met) if item.get("enableBehavior") == "all" else any(met))


def holds(condition, answers):
    if condition["operator"] == "exists":
        return bool(answers) == condition["answerBoolean"]
    if "answerCoding" in condition:
        return any(answer.get("valueCoding", {}).get("code") == condition["answerCoding"]["code"] for answer in answers)
    limit = condition["answerDecimal"]
    numbers = [answer[kind] for answer in answers for kind in ("valueDecimal", "valueInteger") if kind in answer]
    compare = {"=": operator.eq, "!=": operator.ne, ">": operator.gt, "<": operator.lt}
    compare |= {">=": operator.ge, "<=": operator.le}
    return any(compare[condition["operator"]](number, limit) for number in numbers)


def references(value):
    if isinstance(value, dict):
        if isinstance(value.get("reference"), str):
            yield value["reference"]
        for part in value.values():
            yield from references(part)
    elif isinstance(value, list):
        for part in value:
            yield from references(part)


def returned(bundle, client):
    """Takes the answers in again, for the same client, and returns them as they are kept."""
    done = plumbline("import", "fhir", "-", "--client", client, stdin=json.dumps(bundle))
    return plumbline("intake", "show", done["intakes"][0])["answers"]


def arrived(bundle):
    """Takes client and answers over in another practice, and returns both as they are kept there."""
    done = plumbline("import", "fhir", "-", "--also", stdin=json.dumps(bundle), service="tom")
    client = plumbline("client", "show", done["clients"][0], service="tom")
    return client, plumbline("intake", "show", done["intakes"][0], service="tom")["answers"]


def refused(bundles, client):
    """Answers of two people are never put on one, and answers of nobody on nobody."""
    both = {"resourceType": "Bundle", "type": "collection", "entry": bundles[0]["entry"] + bundles[1]["entry"]}
    alone = {"resourceType": "Bundle", "type": "collection", "entry": of_type(bundles[0], "QuestionnaireResponse")}
    before = plumbline("client", "list")
    for bundle, options in [(both, ["--client", client]), (alone, [])]:
        words = [PROGRAM, "import", "fhir", "-", "--service", "mira", *options]
        done = subprocess.run(words, input=json.dumps(bundle), capture_output=True, text=True)
        assert done.returncode == 64, (options, done.stderr)
    assert plumbline("client", "list") == before


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=6)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    options = parser.parse_args()
    source = random.Random(options.seed)
    resources = answers = 0
    kinds = set()
    bundles = []
    for number in range(options.clients):
        client, given = made(source, number)
        bundle = exported(client)
        Bundle.parse_obj(bundle)
        wrong = [*faults(bundle), *hidden(bundle)]
        assert not wrong, f"seed {options.seed}: {wrong}"
        there, elsewhere = arrived(bundle)
        here = plumbline("client", "show", client)
        assert [there[part] for part in DETAILS] == [here[part] for part in DETAILS], f"seed {options.seed}: {there}"
        for back in (returned(bundle, client), elsewhere):
            lost = {name for name in given if back.get(name) != given[name]}
            assert not lost, f"seed {options.seed}: {[(name, given[name], back.get(name)) for name in lost]}"
        bundles = [bundle, *bundles[:1]]
        resources += len(bundle["entry"])
        answers += len(given)
        kinds |= {entry["resource"]["resourceType"] for entry in bundle["entry"]}
    refused(bundles, client)
    print(f"{resources} resources of {len(kinds)} kinds: 0 errors; {answers} answers came back (seed {options.seed})")


sys.exit(main())
