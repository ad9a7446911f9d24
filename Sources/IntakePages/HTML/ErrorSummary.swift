import Clinical

/// What is wrong with a page, at its top. It takes the focus when the page opens.
struct ErrorSummary {
  let title: String
  /// Links to where it is put right, or a paragraph.
  let content: HTML
  /// Whether it is new to the reader, and so takes the focus.
  var isNew = true

  var html: HTML {
    """
    <div class="summary"\(" role=\"alert\" tabindex=\"-1\" autofocus", if: isNew)><h2>\(title)</h2>\(content)</div>

    """
  }
}

extension ErrorSummary {
  init(_ title: String, links: [(address: String, text: String)], isNew: Bool = true) {
    self.init(
      title: title, content: "<ul>\(links.map { "<li><a href=\"\($0.address)\">\($0.text)</a></li>" as HTML })</ul>",
      isNew: isNew)
  }

  /// Links each field with a problem; the lines of an agreement are one field. Returns nil when there are no problems.
  ///
  /// - Parameter pack: the content whose agreements the page shows; nil for none.
  init?(problems: [Problem], questions: [Question], pack: ContentPack? = nil, words: any PageWords) {
    guard !problems.isEmpty else { return nil }
    let fields = problems.chunked { pack?.agreement(with: $0.question)?.field ?? $0.question.rawValue }
    self.init(
      words.problemHeading,
      links: fields.map { problems in
        guard let agreement = pack?.agreement(with: problems[0].question) else {
          return ("#\(problems[0].question.rawValue)", problems[0].named(among: questions, in: words))
        }
        return ("#\(agreement.field)", words.problem(words.agreementMissing, with: agreement.title))
      })
  }
}

extension Problem {
  /// The problem and its remedy, shown beside the field. For a missing answer the message says both.
  var sentence: String {
    if code == "answer.required" { return message }
    return message.last?.isPunctuation == true ? "\(message) \(hint)" : "\(message). \(hint)"
  }

  /// The problem with its question.
  func named(among questions: [Question], in words: any PageWords) -> String {
    let question = questions.first { $0.id == self.question }?.text ?? ""
    return message.contains(question) ? message : words.problem(message, with: question)
  }
}
