import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct PractitionerGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practitioner", abstract: "The therapists and their logins.",
    subcommands: [
      PractitionerList.self, PractitionerAdd.self, PractitionerTransfer.self, PractitionerDeactivate.self,
    ])
}

struct PractitionerAdd: OperatorWriting, NeedsOptions {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a therapist, with a login of their own; for the operator.",
    discussion: """
      Makes a PostgreSQL role. On one host the database knows its people by their system account (peer authentication): \
      map the account to the role that is printed. For another host, --password makes a secret and prints it once.
      Example: plumbline practitioner add Noor --practice "Lakeside Massage" --owner
      """)

  @Argument(help: "Name, as clients know them.")
  var name: String
  @Option(help: ArgumentHelp("The practice, by name or id.", valueName: "practice"))
  var practice: String?
  @Flag(help: "May see every client of the practice.")
  var owner = false
  @Option(help: ArgumentHelp("Name of the role; by default one that says nothing of the person.", valueName: "role"))
  var role: String?
  @Flag(help: "Make a password, shown once.")
  var password = false
  @Option(help: ArgumentHelp("The last day the login works, for a locum.", valueName: "yyyy-mm-dd"))
  var until: TypedDay?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func need(_ required: inout RequiredOptions, mayAsk: Bool) {
    required.require(practice, "--practice PRACTICE")
  }

  func run(by operator: Operator, _ console: Console) async throws {
    let practice = try await `operator`.practice(named: practice ?? "")
    let role = role ?? Practitioner.opaqueLogin()
    // The last day ends at the practice's midnight, wherever the operator sits.
    ProcessTimeZone.enter(try await `operator`.practice(practice.id).timeZone)
    let until = try until?.day
    guard !console.dryRun else {
      return try console.wouldDo("add \(name) to \(practice.name) as role \(role)")
    }
    let id = Practitioner.ID.new()
    let secret = password ? try await `operator`.newPassword(for: role) : nil
    var json: JSON = [
      "id": .string("\(id)"), "name": .string(name), "practice": .string(practice.name), "role": .string(role),
      "owner": .bool(owner), "valid_until": JSON(until),
    ]
    if let secret { json = json.adding(["password": .string(secret.text)]) }
    try await `operator`.transaction {
      try await `operator`.addPractitioner(
        id: id, practice: practice.id, displayName: name.trimmed, login: role, verifier: secret?.verifier,
        isOwner: owner, validUntil: until?.endOfDay)
      if let secret { try console.deliver(json, orText: secret.text, "password") }
    }
    let sentence = "\(name) added to \(practice.name) as role \(role)."
    if secret == nil { try console.say(json, sentence) } else { console.note(sentence, sign: StyledText("✓", .green)) }
    explainLogin(role, hasPassword: secret != nil, console)
  }

  private func explainLogin(_ role: String, hasPassword: Bool, _ console: Console) {
    if hasPassword {
      console.note("On their computer, once:  plumbline login --host HOST --user \(role)")
      if !console.isForPrograms { console.warn("The password above is shown only now.") }
    } else {
      console.note("Let their account in: a line “plumbline ACCOUNT \(role)” in pg_ident.conf, then reload PostgreSQL.")
      console.note("On their account, once:  plumbline login --user \(role)")
    }
  }
}

extension Operator {
  func practice(named words: String) async throws -> Practice {
    let practices = try await practices()
    let found = practices.filter { "\($0.id)" == words || $0.name.hasSameWords(as: words) }
    guard found.count == 1 else {
      throw CommandError(
        .notFound, "no practice is named “\(words)”.", why: practices.map(\.name), next: ["plumbline practice list"])
    }
    return found[0]
  }
}
