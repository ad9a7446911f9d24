"""Reading a client's own words: sentences, and the phrases of the lexicons in them."""

import re

LONGEST_GAP = 3


def own_words(questions, answers):
    """All free text of a client, including the notes on body charts, without names and signatures."""
    for q in questions:
        answer = answers.get(q["id"])
        if q["type"] == "region_map":
            yield from (entry["note"] for entry in answer or [] if entry.get("note"))
        elif q["type"] in ("text", "longtext") and q["section"] not in ("contact", "consent") and answer:
            yield answer


def sentences(text):
    """The words of each sentence: in lower case, without apostrophes; everything but letters and digits separates
    words.
    """
    text = re.sub("['\u2019\u02bc`]", "", text.lower())
    return [re.findall(r"[^\W_]+", part) for part in re.split(r"[.!?;\n]", text)]


def end_of(parts, words, at):
    """The position after a match of the pattern's parts that begins at a position, with the shortest gaps; or None."""
    if not parts:
        return at
    if parts[0] == "...":
        ends = (end_of(parts[1:], words, at + skipped) for skipped in range(LONGEST_GAP + 1))
        return next((end for end in ends if end is not None), None)
    if at >= len(words):
        return None
    alternatives = parts[0].split("|")
    hit = any(words[at].startswith(a[:-1]) if a.endswith("*") else words[at] == a for a in alternatives)
    return end_of(parts[1:], words, at + 1) if hit else None


def without(words, patterns):
    """The words, with those that the patterns match replaced by an empty one, which matches nothing."""
    for pattern in patterns:
        at = 0
        while at < len(words):
            end = end_of(pattern.split(), words, at)
            if end is not None:
                words = [*words[:at], "", *words[end:]]
            at += 1
    return words


def says(lexicon, text):
    for words in sentences(text):
        kept = without(words, lexicon["except"])
        for phrase in lexicon["phrases"]:
            if any(end_of(phrase.split(), kept, at) is not None for at in range(len(kept))):
                return True
    return False
