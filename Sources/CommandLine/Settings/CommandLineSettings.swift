/// The settings of the command line, which are variables of the environment or lines of a file. How it reaches the
/// database is left to libpq (`PGSERVICE`, `PGHOST` ...).
struct CommandLineSettings: Sendable {
  /// The address of the intake pages.
  let publicURL: String?
  /// The folder with the product's data files; nil when it is found beside the program.
  let share: String?
  /// The folder of the backups.
  let backups: String
  /// The file with the key of the outbox.
  let outboxKey: String
  /// From whom mail comes; nil is the practice's own address.
  let mailFrom: String?
  /// Where mail comes back that cannot be delivered; nil is whom it comes from.
  let mailReturn: String?
  /// The program that takes mail, as sendmail does.
  let sendmail: String
  /// The command that takes a short message; nil when none are sent.
  let smsCommand: String?
  /// The command of the person's editor, without the file.
  let editor: String?
  /// The command of the pager; nil when output is not paged.
  let pager: String?
  /// The width of the output in columns, when the terminal does not say.
  let columns: Int?
  let noColour: Bool
  let forcesColour: Bool
  /// The environment for the programs that are started.
  let environment: [String: String]

  static let current: CommandLineSettings = {
    var table = SettingsTable(.current)
    return CommandLineSettings(&table, environment: SettingSources.current.values.mapValues(\.text))
  }()

  /// Every setting, as it is set in this process.
  static var entries: [SettingsTable.Entry] {
    var table = SettingsTable(.current)
    _ = CommandLineSettings(&table, environment: [:])
    return table.entries
  }

  /// Reads every setting. A new one is a property and its line here: name, variables that count in its place, and help.
  init(_ table: inout SettingsTable, environment: [String: String]) {
    publicURL = table.read(
      "PLUMBLINE_PUBLIC_URL", or: ["PLUMBLINE_URL"], "where clients reach the intake pages, for the links you send")
    share = table.readFilled(
      "PLUMBLINE_SHARE", "folder with the product's data files, when they are not in their place")
    backups =
      table.readFilled(
        "PLUMBLINE_BACKUPS", "folder of the backups, whose log doctor reads; /var/backups/plumbline")
      ?? "/var/backups/plumbline"
    outboxKey =
      table.readFilled(
        "PLUMBLINE_OUTBOX_KEY", "file with the key of the outbox; /var/lib/plumbline-outbox/outbox.key")
      ?? "/var/lib/plumbline-outbox/outbox.key"
    mailFrom = table.readFilled(
      "PLUMBLINE_MAIL_FROM", "from whom mail to clients comes; else the practice's own address")
    mailReturn = table.readFilled(
      "PLUMBLINE_MAIL_RETURN", "where mail comes back that cannot be delivered; else to whom it comes from")
    sendmail =
      table.readFilled("PLUMBLINE_SENDMAIL", "program that takes mail as sendmail does; /usr/sbin/sendmail")
      ?? "/usr/sbin/sendmail"
    smsCommand = table.readFilled(
      "PLUMBLINE_SMS_COMMAND", "command that sends a short message: the number is its last argument, the text its input"
    )
    editor = table.readFilled(
      "PLUMBLINE_EDITOR", or: ["VISUAL", "EDITOR"], "your editor; else VISUAL, EDITOR, nano, vi")
    let pager =
      table.read(
        "PLUMBLINE_PAGER", or: ["PAGER"], "how long output is paged; else PAGER, less; empty or cat is not at all")
      ?? "less"
    self.pager = pager.isEmpty || pager == "cat" ? nil : pager
    columns = table.read("COLUMNS", "width of the output, when the terminal does not say").flatMap { Int($0) }
    noColour = table.readFilled("NO_COLOR", "no colour when set; CLICOLOR_FORCE turns it on in pipes") != nil
    forcesColour = !(environment["CLICOLOR_FORCE"] ?? "").isEmpty
    self.environment = environment
  }
}
