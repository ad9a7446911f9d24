import Clinical

/// An agreement: its lines, and one yes or no beside them. Who wants to answer line by line finds that behind a press.
struct AgreementMarkup {
  let agreement: Agreement
  let questions: [Question]
  let fields: FieldValues
  let problems: [Problem]
  let visit: LinkVisit

  private var words: any PageWords { visit.words }
  private var answer: String? { agreement.answer(in: fields) }
  private var isMixed: Bool { agreement.isMixed(in: fields) }

  var html: HTML {
    """
    <fieldset class="agree"><legend>\(agreement.title)</legend>
    <ul>\(questions.map { "<li>\($0.text)</li>" as HTML })</ul>
    \(privacy)\(error)\(option("yes", words.agree))\(option("no", words.disagree))
    <details\(" open", if: isMixed)><summary>\(words.ifNot)</summary><p>\(agreement.without)</p>
    \(questions.count > 1 ? lineByLine : .empty)</details></fieldset>

    """
  }

  private var privacy: HTML? {
    questions.contains { $0.id == "consent.privacy" } ? PrivacyPage.link(for: visit) : nil
  }

  private var error: HTML? {
    let mine = problems.filter { problem in questions.contains { $0.id == problem.question } }
    guard let first = mine.first else { return nil }
    return "<p class=\"error\">\(mine.count == questions.count ? words.agreementMissing : first.sentence)</p>"
  }

  private func option(_ value: String, _ label: String) -> HTML {
    """
    <label><input type="radio" name="\(agreement.field)" value="\(value)"\(" id=\"\(agreement.field)\"", if: value == "yes")\
    \(" checked", if: answer == value)>\(label)<span class="hide">: \(agreement.title)</span></label>
    """
  }

  /// Lines whose answers are alike are left open here, so that the one answer above can change them.
  private var lineByLine: HTML {
    let lines = questions.map { question -> HTML in
      let choices = [("yes", words.agree), ("no", words.disagree)].map { value, label -> HTML in
        """
        <label><input type="radio" name="\(question.id.rawValue)" value="\(value)"\
        \(" checked", if: isMixed && fields.first(question.id.rawValue) == value)>\(label)</label>
        """
      }
      return "<fieldset><legend>\(question.text)</legend>\(choices)</fieldset>\n"
    }
    return "<p>\(words.lineByLine)</p>\n\(lines)"
  }
}
