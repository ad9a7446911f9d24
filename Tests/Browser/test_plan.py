"""The client's home-care plan, from its link."""

import pathlib

from walk import HURTING, Walk

DEMO = pathlib.Path(__file__).parent.parent.parent / "deploy/demo"


def issue_plan(desk, phone):
    client = desk.new_client()
    walk = Walk(phone(), desk.invite(client))
    walk.begin()
    walk.through(HURTING)
    walk.send()
    desk.accept(desk.intake_sent(walk.page))
    evaluation = desk("evaluation", "new", client, "--from-json", str(DEMO / "evaluation.json"))
    desk("evaluation", "sign", evaluation["id"])
    plan = desk("plan", "new", client)
    return desk("plan", "issue", plan["id"])


def test_the_plan_opens_as_page_pdf_and_text(desk, phone):
    issued = issue_plan(desk, phone)
    page = phone()
    answer = page.goto(issued["url"])
    assert answer.status == 200 and page.locator("h1").count() == 1 and page.locator("script").count() == 0
    items = page.locator("main").inner_text()
    text = page.request.get(issued["url"] + "/plan.txt")
    assert text.status == 200 and text.headers["content-type"].startswith("text/plain")
    pdf = page.request.get(issued["url"] + "/plan.pdf")
    assert pdf.headers["content-type"] == "application/pdf" and pdf.body().startswith(b"%PDF-")
    titles = [title.inner_text() for title in page.locator("h3").all()]
    assert titles and all(title.split("\n")[0] in " ".join(text.text().split()) for title in titles), items


def test_another_link_opens_no_plan(desk, phone, link):
    page = phone()
    token = link.rsplit("/", 1)[1]
    assert page.goto(f"{link.split('/i/')[0]}/p/{token}").status == 404
