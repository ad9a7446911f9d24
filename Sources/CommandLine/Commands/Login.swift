import ArgumentParser
import Clinical
import Foundation
import JSON
import Records

struct Login: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "login", abstract: "Write down how you reach the database, and try it.",
    discussion: """
      Adds a service to ~/.pg_service.conf, where psql looks for it too. Without --host the socket of this \
      computer is used and no password is needed; with it the password is asked for, or read from --token-file, and goes \
      to ~/.pgpass, readable by you alone. Without --name it is the service that is used from then on, unless the \
      environment or --service says otherwise.
      """)

  @Option(help: ArgumentHelp("Role, as practitioner add printed it.", valueName: "role"))
  var user: String?
  @Option(help: "Host; by default this computer's socket.")
  var host: String?
  @Option(help: "Database.")
  var dbname = "plumbline"
  @Option(help: ArgumentHelp("Name of the service.", valueName: "name"))
  var name = Login.standingName
  @Option(help: ArgumentHelp("The password; - is standard input.", valueName: "file"))
  var tokenFile: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let console = global.console(writing: writing)
    var required = RequiredOptions()
    required.require(user, "--user ROLE")
    if host != nil, tokenFile == nil, !console.mayAsk { required.require(tokenFile, "--token-file FILE") }
    try required.check("login")
    guard let user else { return }
    try Self.refuseOddCharacters([user, host ?? "", dbname, name])
    guard !console.dryRun else { return try console.wouldDo("write service \(name) to \(Self.serviceFile)") }
    if let host { try storePassword(of: user, at: host, console) }
    try storeService(user: user)
    do {
      try await report(try await Desk.connect(service: name), console)
    } catch let failure as ConnectionFailure {
      throw CommandError(
        .notAllowed, "service \(name) is written down, but the database refuses its login.", why: failure.message,
        next: "Ask the operator, then: plumbline doctor --service \(name)")
    }
  }

  private func report(_ desk: Desk, _ console: Console) async throws {
    do {
      let me = try await desk.whoAmI()
      try console.say(
        ["service": .string(name), "name": .string(me.displayName), "practice": .string(me.practiceName)],
        "Connected as \(me.displayName) of \(me.practiceName). Service: \(name).")
    } catch Refusal.notAllowed {
      // The operator, who is in no practice.
      _ = try await Operator(desk.database).practices()
      try console.say(["service": .string(name), "name": "operator"], "Connected as the operator. Service: \(name).")
    }
  }

  static let standingName = "plumbline"

  /// The service that `login` wrote down; nil where there is none, or where the environment says how the database is
  /// found.
  static var standing: String? {
    let environment = ProcessInfo.processInfo.environment
    let text = try? String(contentsOfFile: serviceFile, encoding: .utf8)
    guard !["PGSERVICE", "PGHOST", "PGDATABASE", "PGUSER"].contains(where: { environment[$0] != nil }),
      (text ?? "").split(whereSeparator: \.isNewline).contains("[\(standingName)]")
    else { return nil }
    return standingName
  }

  static let serviceFileName = ".pg_service.conf"
  static let serviceFile =
    ProcessInfo.processInfo.environment["PGSERVICEFILE"] ?? NSHomeDirectory() + "/\(serviceFileName)"
  private static let passwordFile = ProcessInfo.processInfo.environment["PGPASSFILE"] ?? NSHomeDirectory() + "/.pgpass"

  private static func refuseOddCharacters(_ words: [String]) throws {
    for word in words where word.contains(where: { $0.isNewline || "[]=:\\".contains($0) }) {
      throw CommandError(
        .usage, "“\(word)” holds a character that the service file cannot.", next: "plumbline help login")
    }
  }

  private func storeService(user: String) throws {
    // Over a network the server must prove its identity.
    let reach = host.map { ["host=\($0)", "sslmode=verify-full", "channel_binding=require"] } ?? []
    let entry = (["[\(name)]", "dbname=\(dbname)", "user=\(user)"] + reach).joined(separator: "\n")
    let old = (try? String(contentsOfFile: Self.serviceFile, encoding: .utf8)) ?? ""
    let sections = old.components(separatedBy: "\n[").enumerated().map {
      $0.offset == 0 ? $0.element : "[" + $0.element
    }
    let kept = sections.filter { !$0.hasPrefix("[\(name)]") && !$0.isBlank }
    try Self.write(kept + [entry], to: Self.serviceFile)
  }

  private func storePassword(of user: String, at host: String, _ console: Console) throws {
    let secret =
      try tokenFile.map { try InputFile(path: $0).text() } ?? Prompt(console).secret("Password (--token-file):")
    guard let secret, !secret.isEmpty else { throw CommandError(.cancelled, "no password was given.") }
    let escaped = secret.replacing("\\", with: "\\\\").replacing(":", with: "\\:")
    let start = "\(host):*:\(dbname):\(user):"
    let old = (try? String(contentsOfFile: Self.passwordFile, encoding: .utf8)) ?? ""
    let kept = old.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.hasPrefix(start) }
    try Self.write(kept + [start + escaped], to: Self.passwordFile)
  }

  private static func write(_ parts: [String], to path: String) throws {
    let text = parts.map { $0.trimmingCharacters(in: .newlines) }.joined(separator: "\n") + "\n"
    try OutputFile(path: path).write(Array(text.utf8))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }
}
