import JSON

extension Letters {
  /// Reads the letters of a pack.
  ///
  /// - Parameter files: as for `ContentPack`; only `messages` is read.
  /// - Throws: `ContentPackError` for every fault found, also when the content has no letters.
  package init(files: [String: [UInt8]]) throws(ContentPackError) {
    let faults = Fields.Faults()
    let json: JSON
    do throws(JSONFault) {
      json = try JSON(parsing: files["messages"] ?? [])
    } catch {
      throw ContentPackError(faults: [.init(file: "messages", id: "messages", message: "is not JSON: \(error)")])
    }
    self.init(Fields(json, file: "messages", id: "messages", faults: faults))
    guard faults.found.isEmpty else { throw ContentPackError(faults: faults.found) }
  }

  /// Reads letters and records the faults in them.
  init(_ fields: Fields) {
    let read = fields.objects("letters")
    letters = Dictionary(
      read.compactMap { letter in Letter.Kind(rawValue: letter.id).map { ($0, Letter(letter)) } },
      uniquingKeysWith: { first, _ in first })
    for kind in Letter.Kind.allCases where letters[kind] == nil {
      fields.fault("letters", "have none of the kind \(kind.rawValue): add it")
    }
    for letter in read where Letter.Kind(rawValue: letter.id) == nil {
      letter.fault("id", "is not a kind of letter known here")
    }
    foot = Foot(fields.object("letter_foot"))
  }
}

extension Letter {
  fileprivate init(_ fields: Fields) {
    subject = fields.text("subject")
    paragraphs = fields.texts("text")
    dayParagraph = fields.optionalText("day")
    button = fields.optionalText("button")
    sms = fields.text("sms")
    for text in [subject, sms] + paragraphs + [dayParagraph].compactMap(\.self) {
      for name in text.matches(of: /\{([^}]*)\}/).map({ String($0.1) }) where !Self.places.contains(name) {
        fields.fault("text", "names {\(name)}; it may name \(Self.places.sorted().joined(separator: ", "))")
      }
    }
    if (button == nil) != !sms.contains("{link}") && fields.id != Kind.nextVisit.rawValue {
      fields.fault("sms", "must have {link} exactly when the letter has a button")
    }
  }

  private static let places: Set = ["practice", "therapist", "day", "link", "phone"]
}

extension Letters.Foot {
  fileprivate init(_ fields: Fields) {
    call = fields.text("call")
    stop = fields.text("stop")
    smsStop = fields.text("sms_stop")
  }
}
