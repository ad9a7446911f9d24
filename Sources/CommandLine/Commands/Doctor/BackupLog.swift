import Foundation

/// The log of `plumbline-backup` (`deploy/backup`): lines of `created` or `verified`, a time and a file.
struct BackupLog {
  private let folder: String
  private let lines: [[Substring]]
  /// Whether there is a log, or may be one, that this account cannot read.
  private let isUnreadable: Bool

  /// - Parameter folder: the folder of the backups.
  init(in folder: String) {
    self.folder = folder
    let text = try? String(contentsOfFile: "\(folder)/log", encoding: .utf8)
    isUnreadable = text == nil && Self.exists("\(folder)/log")
    lines = (text ?? "").split(whereSeparator: \.isNewline).map { $0.split(separator: " ", maxSplits: 2) }
  }

  /// Whether something is there, or whether this account may not look.
  private static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 || errno == EACCES }

  var checks: [Diagnostic] {
    if isUnreadable {
      return [
        .notice("Backup", "the log in \(folder) cannot be read by this account", fix: "sudo plumbline doctor, or ask")
      ]
    }
    guard let created = last("created") else {
      return [
        .notice(
          "Backup", "none is known in \(folder)",
          fix: "plumbline-backup create, every night; PLUMBLINE_BACKUPS names the folder")
      ]
    }
    return [
      judge("Backup", created, days: 2, fix: "plumbline-backup create, every night"),
      last("verified").map { judge("Restore", $0, days: 35, fix: "plumbline-backup verify, every month") }
        ?? .notice("Restore", "no backup was ever tried", fix: "plumbline-backup verify FILE"),
    ]
  }

  private func last(_ event: String) -> (at: Date, file: String)? {
    lines.last { $0.count == 3 && $0[0] == event }.flatMap { line in
      Moment.date(iso: String(line[1])).map { ($0, String(line[2])) }
    }
  }

  private func judge(_ subject: String, _ last: (at: Date, file: String), days: Double, fix: String) -> Diagnostic {
    let detail = "\(subject == "Backup" ? "made" : "verified") \(Moment.local(last.at)), \(last.file)"
    return Date().timeIntervalSince(last.at) < days * 86_400
      ? .good(subject, detail) : .bad(subject, "\(detail): too long ago", fix: fix)
  }
}
