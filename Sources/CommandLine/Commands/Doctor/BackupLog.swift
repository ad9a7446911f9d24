import Foundation

/// What `deploy/backup` wrote beside the backups: lines of `created` or `verified`, a time and a file.
struct BackupLog {
  private let folder: String
  private let lines: [[Substring]]

  init(_ environment: [String: String]) {
    folder = environment["PLUMBLINE_BACKUPS"] ?? "/var/backups/plumbline"
    let text = (try? String(contentsOfFile: "\(folder)/log", encoding: .utf8)) ?? ""
    lines = text.split(whereSeparator: \.isNewline).map { $0.split(separator: " ", maxSplits: 2) }
  }

  var checks: [Checkup] {
    guard let created = last("created") else {
      return [
        .notice(
          "Backup", "none is known in \(folder)",
          mend: "deploy/backup create, every night; PLUMBLINE_BACKUPS names the folder")
      ]
    }
    return [
      judge("Backup", created, days: 2, mend: "deploy/backup create, every night"),
      last("verified").map { judge("Restore", $0, days: 35, mend: "deploy/backup verify, every month") }
        ?? .notice("Restore", "no backup was ever tried", mend: "deploy/backup verify FILE"),
    ]
  }

  private func last(_ deed: String) -> (at: Date, file: String)? {
    lines.last { $0.count == 3 && $0[0] == deed }.flatMap { line in
      Moment.date(iso: String(line[1])).map { ($0, String(line[2])) }
    }
  }

  private func judge(_ subject: String, _ last: (at: Date, file: String), days: Double, mend: String) -> Checkup {
    let detail = "\(subject == "Backup" ? "made" : "verified") \(Moment.local(last.at)), \(last.file)"
    return Date().timeIntervalSince(last.at) < days * 86_400
      ? .good(subject, detail) : .bad(subject, "\(detail): too long ago", mend: mend)
  }
}
