import Clinical

/// The form controls of a question, with what was typed and the problem with it.
struct QuestionMarkup {
  let question: Question
  let fields: FieldValues
  let problem: Problem?
  var isMarkedOptional = true
  let words: any PageWords

  var html: HTML {
    switch question.kind {
    case .single: choices("radio")
    case .multi: choices("checkbox")
    case .int where question.isNumericRating: scale
    case .consent: consent
    case .date: date
    case .table: table
    case .longtext: field(textarea)
    case .text, .email, .phone, .int, .decimal, .signature: field(input)
    case .regionMap: .empty
    }
  }

  private var name: String { question.id.rawValue }
  private var value: String { fields.first(name) ?? "" }

  /// The reference to the hint and the problem, for screen readers.
  private var description: HTML {
    let ids = [hint == nil ? nil : "\(name)-hint", problem == nil ? nil : "\(name)-error"].compactMap { $0 }
    return ids.isEmpty ? .empty : " aria-describedby=\"\(ids.joined(separator: " "))\""
  }

  private var label: HTML {
    "\(question.text)\(" <small>\(words.optional)</small>", if: !question.required && isMarkedOptional)"
  }

  /// What is said beside the question, with the most that a long text may hold, before anybody writes more.
  private var hint: String? {
    let limit = question.kind == .longtext ? question.maximumLength.map(words.atMost) : nil
    let lines = [question.hint, limit].compactMap { $0 }
    return lines.isEmpty ? nil : lines.joined(separator: " ")
  }

  private var notes: HTML {
    let hint: HTML? = hint.map { "<p class=\"hint\" id=\"\(name)-hint\">\($0)</p>" }
    let error: HTML? = problem.map { "<p class=\"error\" id=\"\(name)-error\">\($0.sentence)</p>" }
    return "\(hint)\(error)"
  }
}

// MARK: - One control

extension QuestionMarkup {
  private func field(_ control: HTML) -> HTML {
    """
    <div class="field"><label for="\(name)">\(label)\(unit)</label>\(notes)\(control)</div>

    """
  }

  /// The unit, unless the question mentions it.
  private var unit: HTML {
    guard let unit = question.unit, !unit.contains("/"), !question.text.contains(unit) else { return .empty }
    return ", \(unit)"
  }

  /// Begins with a line feed, because browsers drop one at the start of a text area.
  private var textarea: HTML {
    """
    <textarea id="\(name)" name="\(name)" rows="4" dir="auto"\(description)\(invalid)>
    \(value)</textarea>
    """
  }

  private var input: HTML {
    """
    <input id="\(name)" name="\(name)" value="\(value)"\(entry)\(autocomplete)\(description)\(invalid)>
    """
  }

  private var invalid: HTML { problem == nil ? .empty : " aria-invalid=\"true\"" }

  /// The attributes that choose the keyboard on a phone.
  private var entry: HTML {
    switch question.kind {
    case .email: " type=\"email\" spellcheck=\"false\""
    case .phone: " type=\"tel\""
    case .int: " class=\"short\" inputmode=\"numeric\""
    case .decimal: " class=\"short\" inputmode=\"decimal\""
    case .text, .signature: " dir=\"auto\""
    default: .empty
    }
  }

  private var autocomplete: HTML {
    guard let purpose = Self.purposes[question.id] else { return .empty }
    return " autocomplete=\"\(purpose)\""
  }

  /// The purpose of fields that a browser can fill in (WCAG 2.2, 1.3.5).
  private static let purposes: [Question.ID: String] = [
    "contact.full_name": "name",
    "contact.preferred_name": "nickname",
    "contact.phone": "tel",
    "contact.email": "email",
    "contact.address": "street-address",
    "contact.language": "language",
    "emergency.name": "section-emergency name",
    "emergency.phone": "section-emergency tel",
  ]
}

// MARK: - Several controls

extension QuestionMarkup {
  private func group(_ controls: HTML, style: String = "") -> HTML {
    let look: HTML = style.isEmpty ? .empty : " class=\"\(style)\""
    return """
      <fieldset\(look)\(description)><legend>\(label)</legend>\(notes)\(controls)</fieldset>

      """
  }

  /// "None of these" comes first, then what is in sight, then the groups.
  private func choices(_ type: String) -> HTML {
    let offered = question.offeredChoices
    let none = offered.filter { $0.exclusive || $0.id == question.negativeChoice?.id }
    let others = offered.filter { choice in !none.contains { $0.id == choice.id } }
    let open = none + others.filter { $0.group == nil }
    let isLong = open.contains { $0.label.utf8.count > 24 } || offered.count > 8
    let controls = open.enumerated().map { place, choice -> HTML in
      option(type, value: choice.id.rawValue, label: choice.label, isFirst: place == 0)
    }
    return group("\(controls)\(groups(of: others, type))", style: isLong ? "list" : "")
  }

  /// The groups of choices, each open if something in it is chosen.
  private func groups(of choices: [Question.Choice], _ type: String) -> [HTML] {
    question.choiceGroups.map { group in
      let members = choices.filter { $0.group == group.id }
      let isOpen = members.contains { fields.contains(name, $0.id.rawValue) }
      return """
        <details\(" open", if: isOpen)><summary>\(group.label)</summary>\
        <div class="folded">\(members.map { option(type, value: $0.id.rawValue, label: $0.label, isFirst: false) })</div></details>
        """
    }
  }

  private var scale: HTML {
    let controls = (0...10).map { option("radio", value: String($0), label: String($0), isFirst: $0 == 0) }
    return group("\(controls)", style: "scale")
  }

  private var consent: HTML {
    let answer = ["true": "yes", "false": "no"][value] ?? value
    let controls = [("yes", words.agree), ("no", words.disagree)].map { choice, label in
      option("radio", value: choice, label: label, isFirst: choice == "yes", isChosen: answer == choice)
    }
    return group("\(controls)")
  }

  private func option(
    _ type: String, value: String, label: String, isFirst: Bool, isChosen: Bool? = nil
  ) -> HTML {
    let chosen = isChosen ?? fields.contains(name, value)
    return """
      <label><input type="\(type)" name="\(name)" value="\(value)"\
      \(" id=\"\(name)\"", if: isFirst)\(" checked", if: chosen)>\(label)</label>
      """
  }

  private var date: HTML {
    let isBirthday = question.id == "contact.date_of_birth"
    return group(
      DateFields(name: name, fields: fields, purpose: isBirthday ? "bday" : nil, isWrong: problem != nil, words: words)
        .html, style: "dates")
  }

  /// At least three rows, and always one empty row after those that are filled in.
  private var table: HTML {
    let limit = question.maximumEntries ?? 3
    let filled = (1...max(1, limit)).last { row in
      question.columns.contains { fields.first("\(name).\($0.id).\(row)") != nil }
    }
    let rows = (1...min(limit, max(3, (filled ?? 0) + 1))).map { row -> HTML in
      let cells = question.columns.map { column -> HTML in
        let field = "\(name).\(column.id).\(row)"
        return """
          <div class="field"><label for="\(field)">\(column.label)<span class="hide"> \(row)</span></label>\
          <input id="\(field)" name="\(field)" value="\(fields.first(field) ?? "")"></div>
          """
      }
      return "<div class=\"row\">\(cells)</div>"
    }
    return group("\(rows)", style: "rows")
  }
}
