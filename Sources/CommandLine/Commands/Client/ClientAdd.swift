import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct ClientAdd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a client.",
    discussion: """
      When somebody much like them is known already, it says so, and asks on a terminal.
      Example: plumbline client add "Noor Haddad" --email noor@example.org --birth-date 1991-04-17
      """)

  @Argument(help: "Full name, as they write it.")
  var name: String
  @Option(help: "E-mail address.")
  var email: String?
  @Option(help: "Phone number.")
  var phone: String?
  @Option(help: ArgumentHelp("Date of birth.", valueName: "yyyy-mm-dd"), transform: TypedDay.past)
  var birthDate: TypedDay?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let (name, email, phone, birthDate) = (name.trimmed, email?.trimmed, phone?.trimmed, try birthDate?.day)
    guard !name.isEmpty else {
      throw CommandError(.usage, "a client needs a name.", next: "plumbline client add \"Ana Lima\"")
    }
    try Client.Detail.fullName.check(name, console)
    if let email { try Client.Detail.email.check(email, console) }
    if let phone { try Client.Detail.phone.check(phone, console) }
    if let birthDate { try Client.Detail.birthDate.check(birthDate.iso, console) }
    let alike = try await ClientLookup(at: desk)
      .likelyDuplicates(of: PersonTraits(name: name, email: email, phone: phone, birthDate: birthDate))
    if !alike.isEmpty { console.warn("Much like a client you have: \(alike.map(\.label).joined(separator: "; "))") }
    guard !console.dryRun else {
      return try console.wouldDo("add \(name)", ["name": .string(name), "email": JSON(email), "phone": JSON(phone)])
    }
    if !alike.isEmpty, console.mayAsk { try console.confirm("Add \(name) nevertheless?") }
    let client = try await desk.addClient(id: .new(), name: name, email: email, phone: phone, birthDate: birthDate)
    try console.say(client.json, "\(client.fullName) added as \(client.shortID).")
    console.next("plumbline invite link \(client.shortID)", "a link to the intake form")
  }
}
