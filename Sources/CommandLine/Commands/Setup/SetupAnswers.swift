import Care
import Clinical
import Foundation

/// What `setup` has to know, from options, a file of answers, or questions.
struct SetupAnswers: Sendable {
  let database: String
  let practice: String
  let phone: String?
  let practitioner: String
  /// The time zone in which the practice counts days; nil takes this computer's for a new practice.
  let timeZone: String?
  /// The practitioner's account on this machine; nil when they are let in later.
  let account: String?
  /// Where clients reach the intake pages; nil when only the database is set up.
  let publicURL: String?
  /// The age public key that backups are encrypted to; nil when it is made later.
  let backupKey: String?
  /// The first client, for whom a link is made.
  let client: String?

  /// The names in a file of answers; each is also an option.
  enum Key: String, CaseIterable {
    case database = "DATABASE"
    case practice = "PRACTICE"
    case phone = "PHONE"
    case practitioner = "PRACTITIONER"
    case account = "ACCOUNT"
    case timeZone = "TIME_ZONE"
    case publicURL = "PUBLIC_URL"
    case backupKey = "BACKUP_KEY"
    case client = "CLIENT"

    var option: String { "--\(rawValue.lowercased().replacing("_", with: "-"))" }

    /// Returns what is wrong with an answer; nil for a good one.
    fileprivate func fault(in answer: String) -> String? {
      switch self {
      case .practice, .practitioner:
        if answer.isBlank { return "a name is needed here." }
        return answer.unicodeScalars.contains(where: \.breaksLine) ? "a name is one line." : nil
      case .client: return answer.unicodeScalars.contains(where: \.breaksLine) ? "a name is one line." : nil
      case .publicURL:
        return answer.wholeMatch(of: /https:\/\/[A-Za-z0-9.\-]+(:[0-9]+)?\/?/) != nil
          ? nil : "“\(answer)” is no address like https://intake.example.org."
      case .backupKey:
        return answer.isEmpty || answer.wholeMatch(of: /age1[a-z0-9]{58}/) != nil
          ? nil : "“\(answer)” is no public key of age: age-keygen prints one, age1 and 58 letters and digits."
      case .phone: return answer.isEmpty || answer.isPhoneNumber ? nil : "“\(answer)” is not a phone number."
      case .account:
        return answer.isEmpty || getpwnam(answer) != nil ? nil : "there is no account “\(answer)” on this computer."
      case .timeZone:
        return answer.isEmpty || TimeZone.knownTimeZoneIdentifiers.contains(answer) || answer == "UTC"
          ? nil : "there is no time zone “\(answer)”; one is America/Toronto."
      case .database: return nil
      }
    }
  }

  /// - Parameter withMachine: whether more than the database is set up.
  /// - Throws: exit 64 with everything that is missing or impossible.
  init(_ given: [Key: String], withMachine: Bool, _ console: Console) throws {
    var answers = given
    if console.mayAsk {
      for (key, question) in Self.questions + (withMachine ? Self.machineQuestions : []) where answers[key] == nil {
        answers[key] = try Self.ask(question, key, console)
      }
    }
    answers = answers.mapValues(\.trimmed).filter { !$0.value.isEmpty }
    var required = RequiredOptions()
    required.require(answers[.practice], "--practice NAME")
    required.require(answers[.practitioner], "--practitioner NAME")
    if withMachine { required.require(answers[.publicURL], "--public-url URL") }
    try required.check("setup")
    database = answers[.database] ?? "plumbline"
    practice = answers[.practice] ?? ""
    phone = answers[.phone]
    practitioner = answers[.practitioner] ?? ""
    account = answers[.account]
    publicURL = answers[.publicURL]
    backupKey = answers[.backupKey]
    client = answers[.client]
    timeZone = answers[.timeZone]
    for (key, answer) in answers.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      if let fault = key.fault(in: answer) { throw CommandError(.usage, fault, next: "Correct \(key.option).") }
    }
    for word in [database, account].compactMap(\.self) where !word.isPlainName || Self.reserved.contains(word) {
      throw CommandError(
        .usage, "“\(word)” cannot stand in PostgreSQL's access files.",
        next: "Use a name of small letters, digits, - and _ that begins with a letter.")
    }
    guard !["postgres", "template0", "template1"].contains(database) else {
      throw CommandError(
        .usage, "the database \(database) is PostgreSQL's own.", next: "Choose another name with --database.")
    }
  }

  static let zoneHere = TimeZone.current == .gmt ? "UTC" : TimeZone.current.identifier

  /// Asks until the answer is one that can be.
  private static func ask(_ question: String, _ key: Key, _ console: Console) throws -> String {
    while let line = Prompt(console).line("\(question) (\(key.option)):") {
      guard let fault = key.fault(in: line) else { return line }
      console.warn(fault)
    }
    throw CommandError(.cancelled, "the input ended; nothing was done.")
  }

  /// Words that have a meaning of their own in an access file.
  private static let reserved: Set = ["all", "replication", "sameuser", "samerole", "samegroup"]

  private static let questions: [(Key, String)] = [
    (.practice, "Practice name"), (.phone, "Its phone number, printed on plans; empty for none"),
    (.timeZone, "Its time zone; empty for this computer's, \(zoneHere)"), (.practitioner, "First practitioner"),
    (.account, "Their account on this computer; empty for later"),
  ]

  private static let machineQuestions: [(Key, String)] = [
    (.publicURL, "Where clients will reach the intake pages, like https://intake.example.org"),
    (.backupKey, "The public key of age that backups are encrypted to; empty for later"),
    (.client, "A first client, to make a link for; empty for none"),
  ]

  /// Reads lines of `KEY=VALUE`. Empty lines and `#` comments are skipped.
  static func read(_ path: String) throws -> [Key: String] {
    var answers: [Key: String] = [:]
    for line in try InputFile(path: path).text().split(whereSeparator: \.isNewline).map(String.init) {
      guard !line.isBlank, !line.hasPrefix("#") else { continue }
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, let key = Key(rawValue: parts[0].trimmed.uppercased()) else {
        throw CommandError(
          .usage, "\(path) has a line that is no answer: \(line)",
          next: "Write KEY=VALUE, with \(Key.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      answers[key] = parts[1]
    }
    return answers
  }

  /// The command that does the same without questions.
  var command: String {
    let values: [(Key, String?)] = [
      (.database, database == "plumbline" ? nil : database), (.practice, practice), (.phone, phone),
      (.timeZone, timeZone), (.practitioner, practitioner), (.account, account),
      (.publicURL, publicURL), (.backupKey, backupKey), (.client, client),
    ]
    return
      (["sudo plumbline setup"]
      + values.compactMap { key, value in value.map { "\(key.option) \($0.quotedForShell)" } })
      .joined(separator: " ")
  }
}

extension String {
  fileprivate var isPlainName: Bool {
    wholeMatch(of: /[a-z][a-z0-9_\-]*/) != nil
  }
}
