/// One thing a person can set, outside of the command line.
struct Setting: Sendable {
  let name: String
  let meaning: String

  static let all: [Setting] = [
    Setting(name: "PLUMBLINE_PUBLIC_URL", meaning: "where clients reach the intake pages, for the links you send"),
    Setting(name: "PLUMBLINE_SHARE", meaning: "folder with the product's data files, when they are not in their place"),
    Setting(
      name: "PLUMBLINE_BACKUPS", meaning: "folder of the backups, whose log doctor reads; /var/backups/plumbline"),
    Setting(name: "PLUMBLINE_EDITOR", meaning: "your editor; else VISUAL, EDITOR, nano, vi"),
    Setting(name: "PLUMBLINE_PAGER", meaning: "how long output is paged; else PAGER, less; empty or cat is not at all"),
    Setting(name: "COLUMNS", meaning: "width of the output, when the terminal does not say"),
    Setting(name: "NO_COLOR", meaning: "no colour when set; CLICOLOR_FORCE turns it on in pipes"),
  ]
}
