import Care
import Clinical
import Foundation

/// What `setup` has to know, from options, a file of answers, or questions.
struct SetupAnswers: Sendable {
  let database: String
  let practice: String
  let phone: String?
  let practitioner: String
  /// The practitioner's account on this machine; nil when they are let in later.
  let account: String?

  /// The names in a file of answers; each is also an option.
  enum Key: String, CaseIterable {
    case database = "DATABASE"
    case practice = "PRACTICE"
    case phone = "PHONE"
    case practitioner = "PRACTITIONER"
    case account = "ACCOUNT"

    var option: String { "--\(rawValue.lowercased())" }
  }

  /// - Throws: exit 64 with everything that is missing or impossible.
  init(_ given: [Key: String], _ console: Console) throws {
    var answers = given
    if console.mayAsk {
      for (key, question) in Self.questions where answers[key] == nil {
        guard let line = Prompt(console).line("\(question) (\(key.option)):") else {
          throw CommandError(.cancelled, "the input ended; nothing was done.")
        }
        answers[key] = line
      }
    }
    answers = answers.mapValues(\.trimmingWhitespace).filter { !$0.value.isEmpty }
    var required = RequiredOptions()
    required.require(answers[.practice], "--practice NAME")
    required.require(answers[.practitioner], "--practitioner NAME")
    try required.check("setup")
    database = answers[.database] ?? "plumbline"
    practice = answers[.practice] ?? ""
    phone = answers[.phone]
    practitioner = answers[.practitioner] ?? ""
    account = answers[.account]
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

  /// Words that have a meaning of their own in an access file.
  private static let reserved: Set = ["all", "replication", "sameuser", "samerole", "samegroup"]

  private static let questions: [(Key, String)] = [
    (.practice, "Practice name"), (.phone, "Its phone number, printed on plans; empty for none"),
    (.practitioner, "First practitioner"), (.account, "Their account on this computer; empty for later"),
  ]

  /// Reads lines of `KEY=VALUE`. Empty lines and `#` comments are skipped.
  static func read(_ path: String) throws -> [Key: String] {
    var answers: [Key: String] = [:]
    for line in try InputFile(path: path).text().split(whereSeparator: \.isNewline).map(String.init) {
      guard !line.trimmingWhitespace.isEmpty, !line.hasPrefix("#") else { continue }
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, let key = Key(rawValue: parts[0].trimmingWhitespace.uppercased()) else {
        throw CommandError(
          .usage, "\(path) has a line that is no answer: \(line)",
          next: "Write KEY=VALUE, with \(Key.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      answers[key] = parts[1]
    }
    return answers
  }

  /// The command that does the same without questions, on Debian.
  var command: String {
    let values: [(Key, String?)] = [
      (.database, database == "plumbline" ? nil : database), (.practice, practice), (.phone, phone),
      (.practitioner, practitioner), (.account, account),
    ]
    return
      (["sudo -u postgres plumbline setup"]
      + values.compactMap { key, value in value.map { "\(key.option) \($0.quotedForShell)" } })
      .joined(separator: " ")
  }
}

extension String {
  fileprivate var isPlainName: Bool {
    wholeMatch(of: /[a-z][a-z0-9_\-]*/) != nil
  }
}
