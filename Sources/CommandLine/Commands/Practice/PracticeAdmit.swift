import ArgumentParser
import Care
import Clinical
import Interchange
import JSON
import Records

struct PracticeAdmit: OperatorCommand {
  static let configuration = CommandConfiguration(
    commandName: "admit", abstract: "Open a practice that comes with its archive; for the operator.",
    discussion: """
      Makes the practice under the id that it had, with a login for everyone who works there, and loads the content that \
      its records were made with. It is empty, and nothing can be done in it, until its owner takes the records over: \
      plumbline import practice. A therapist keeps the login they had; where it is taken, or on a terminal, say another.
      Example: plumbline practice admit practice.tar
      """)

  @Argument(help: "The archive that plumbline export practice made.", completion: .file(extensions: ["tar", "age"]))
  var file: String
  @Option(help: ArgumentHelp("Other logins than they had.", valueName: "old=new,..."))
  var login: String?
  @Flag(help: "Make a password for each login, shown once.")
  var passwords = false
  @OptionGroup var decryption: DecryptionOptions
  @OptionGroup var global: GlobalOptions

  func run(by operator: Operator, _ console: Console) async throws {
    let practices = try await `operator`.practices()
    let practice = try await decryption.run(reading: file) { input in
      try await ArchivedPractice(OpenedArchive(from: input))
    }
    guard !practices.contains(where: { $0.id == practice.manifest.practice }) else {
      throw CommandError(
        .changed, "\(practice.manifest.practiceName) is here already.",
        why: "An archive comes into a practice that is not there yet.", next: "plumbline practice list")
    }
    let logins = try logins(of: practice, console)
    var secrets: [String: String] = [:]
    var verifiers: [String: String] = [:]
    for member in practice.members where member.isActive && passwords {
      let login = logins[member.login] ?? member.login
      (secrets[login], verifiers[login]) = try await `operator`.newPassword(for: login)
    }
    let people = practice.members.filter(\.isActive).map { member in
      let login = logins[member.login] ?? member.login
      return (member, login, secrets[login])
    }
    let json: JSON = [
      "id": .string("\(practice.manifest.practice)"), "name": .string(practice.manifest.practiceName),
      "practitioners": .array(
        people.map { member, login, secret in
          [
            "name": .string(member.name), "role": .string(login), "owner": .bool(member.isOwner),
            "password": secret.map { .string($0) } ?? .null,
          ]
        }),
    ]
    try await `operator`.transaction {
      try await practice.admit(by: `operator`, logins: logins, verifiers: verifiers)
      if passwords {
        let lines = people.map { "\($1)\t\($2 ?? "")" }.joined(separator: "\n")
        try console.deliver(json, orText: lines, "passwords")
      }
    }
    let sentence = "\(practice.manifest.practiceName) admitted, with \(people.count.counted("login")), and empty."
    if passwords { console.note(sentence, sign: StyledText("✓", .green)) } else { try console.say(json, sentence) }
    for (member, login, _) in people {
      console.note("\(member.name)\(member.isOwner ? " (owner)" : ""): \(login)")
    }
    console.next("plumbline import practice \(file)", "as its owner")
  }

  /// Returns the logins of those who get another here: as it was said, or as it is answered on a terminal.
  private func logins(of practice: ArchivedPractice, _ console: Console) throws -> [String: String] {
    let said = try login.map(Pairs.init)
    var logins: [String: String] = [:]
    for member in practice.members {
      if let other = said?.value(for: member.login) {
        logins[member.login] = other
      } else if said == nil, console.mayAsk, member.isActive {
        let answer = Prompt(console).line("Login of \(member.name) here [\(member.login)]:")
        if let answer, !answer.isEmpty { logins[member.login] = answer }
      }
    }
    return logins
  }
}
