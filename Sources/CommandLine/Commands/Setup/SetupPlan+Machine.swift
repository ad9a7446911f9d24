import Foundation

/// What `setup` makes of the machine around the database, where root runs it.
extension SetupPlan {
  /// The settings of both programs, for the units and for everybody who types `plumbline`.
  static let settingsFile = "/etc/plumbline/plumbline.env"
  /// To whom backups are encrypted.
  private static let recipientsFile = "/etc/plumbline/recipients.txt"

  private static let services = [
    "plumblined.socket", "plumblined.service", "plumbline-backup.timer", "plumbline-ledger.timer",
    "plumbline-head.timer", "plumbline-expire.timer", "plumbline-verify.timer",
  ]

  /// Whether systemd runs this machine; it does not in a chroot and in most containers.
  static var hasSystemd: Bool { FileManager.default.fileExists(atPath: "/run/systemd/system") }

  var machine: [SetupStep] {
    [settings, backupFolder] + (answers.backupKey.map { [recipients($0)] } ?? [])
      + [connection(of: "root") { "plumbline_operator" }]
      + (answers.account.map { [connection(of: $0, as: role)] } ?? [])
      + (Self.hasSystemd ? [services] : [])
      + (answers.account.flatMap { account in answers.client.map { [link(for: $0, by: account)] } } ?? [])
  }

  private var settings: SetupStep {
    let lines =
      (answers.database == "plumbline" ? [] : ["PGDATABASE=\(answers.database)"])
      + (answers.publicURL.map { ["PLUMBLINE_PUBLIC_URL=\($0)"] } ?? [])
    return SetupStep(name: "Settings in \(Self.settingsFile)") {
      lines.allSatisfy(Self.lines(of: Self.settingsFile).contains)
    } commands: {
      // Other settings in the file stay. The socket keeps who comes while the daemon starts again.
      let script = """
        [ -e "$0" ] || install -D -m 0644 /dev/null "$0"; \
        for line; do sed -i "/^${line%%=*}=/d" "$0" && echo "$line" >>"$0"; done
        """
      return [ShellCommand(words: ["sh", "-c", script, Self.settingsFile] + lines)]
        + (Self.hasSystemd ? [ShellCommand(words: ["systemctl", "try-restart", "plumblined.service"])] : [])
    }
  }

  /// PostgreSQL's user, who makes the backups, writes into it.
  private var backupFolder: SetupStep {
    SetupStep(name: "The folder of the backups") {
      FileManager.default.fileExists(atPath: "/var/backups/plumbline")
    } commands: {
      let owner = ["-o", "postgres", "-g", "postgres", "-m", "0750"]
      return [ShellCommand(words: ["install", "-d"] + owner + ["/var/backups/plumbline"])]
    }
  }

  private func recipients(_ key: String) -> SetupStep {
    SetupStep(name: "The key of the backups") {
      Self.lines(of: Self.recipientsFile).contains(key)
    } commands: {
      let script = #"[ -e "$0" ] || install -D -m 0644 /dev/null "$0"; echo "$1" >>"$0""#
      return [ShellCommand(words: ["sh", "-c", script, Self.recipientsFile, key])]
    }
  }

  /// Writes down for an account how it reaches the database, and has it try.
  private func connection(of account: String, as role: @escaping @Sendable () async -> String) -> SetupStep {
    SetupStep(name: "The connection of account \(account)") {
      guard let home = getpwnam(account).map({ String(cString: $0.pointee.pw_dir) }) else { return false }
      return await Self.lines(of: "\(home)/\(Login.serviceFileName)").contains("user=\(role())")
    } commands: {
      [Self.plumbline(["login", "--user", await role(), "--dbname", answers.database], as: account)]
    }
  }

  private var services: SetupStep {
    SetupStep(name: "The services") {
      try Self.services.allSatisfy {
        try ShellCommand(words: ["systemctl", "--quiet", "is-active", $0]).run() == 0
      }
    } commands: {
      // PostgreSQL learns of the limit of a session's memory when it starts.
      [
        ShellCommand(words: ["systemctl", "restart", "postgresql.service"]),
        ShellCommand(words: ["systemctl", "enable", "--now"] + Self.services),
      ]
    }
  }

  private func link(for client: String, by account: String) -> SetupStep {
    SetupStep(name: "Client \(client), with a link") {
      try Self.plumbline(["client", "show", client, "--quiet"], as: account, .silenced).run() == 0
    } commands: {
      [
        Self.plumbline(["client", "add", client, "--no-input", "--quiet"], as: account),
        Self.plumbline(["invite", "link", client, "--no-input"], as: account, .shown),
      ]
    }
  }

  private static func lines(of file: String) -> [String] {
    ((try? String(contentsOfFile: file, encoding: .utf8)) ?? "").split(whereSeparator: \.isNewline).map(String.init)
  }

  /// This program as an account runs it that has just logged in.
  private static func plumbline(
    _ words: [String], as account: String, _ output: ShellCommand.Output = .dropped
  ) -> ShellCommand {
    let typed = ([Swift.CommandLine.arguments[0]] + words).map(\.quotedForShell).joined(separator: " ")
    return ShellCommand(words: ["runuser", "--login", account, "--command", typed], output: output)
  }
}
