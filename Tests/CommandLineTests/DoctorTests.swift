import Foundation
import JSON
import Records
import TestSupport
import Testing

@testable import CommandLine

/// What `doctor` reports about a sound installation, and about one with a single fault.
@Suite struct DoctorTests {
  let scratch: ScratchInstance

  init() throws { scratch = try ScratchInstance.current() }

  @Test(arguments: [ScratchInstance.Service.mira, .operator])
  func findsNothingWrongWithASoundInstallation(service: ScratchInstance.Service) async throws {
    let lines = try await report(["--service", service.rawValue])
    #expect(lines.allSatisfy { $0["verdict"] as? String != "bad" })
    let subjects = Set(lines.compactMap { $0["check"] as? String })
    let wanted: Set = [
      "Content", "Fonts", "Disk", "Database", "PostgreSQL", "Encoding", "Schema", "Clock", "Durability", "Log", "Roles",
      "Limits",
      "Intake pages", "Backup",
    ]
    #expect(wanted.subtracting(subjects).isEmpty)
    #expect(subjects.contains("Logins") == (service == .operator))
  }

  private static let wrongs = [
    ("role plumbline_door", "login superuser", "Roles"), ("role plumbline_backup", "", "Roles"),
    ("faults of settings", "plumbline_door: statement_timeout is 0 instead of 5s", "Limits"),
    ("faults of memberships", "plumbline_door is a member of plumbline_operator", "Roles"),
    ("encoding", "SQL_ASCII", "Encoding"), ("collation version", "2.36, now 2.41", "Encoding"),
    ("idle slot old", "16777216", "WAL"), ("slot standby", "2000000000", "WAL"),
    ("failing archive", "000000010000000000000007 since 2026-11-29 08:00:00+00", "WAL"),
    ("clock", "1700000000", "Clock"),
    ("schema_version", "1", "Schema"), ("schema_version", "999", "Schema"), ("content_version", "0.0.1", "Content"),
    ("fsync", "off", "Durability"), ("log_statement", "all", "Log"), ("server_version_num", "140012", "PostgreSQL"),
    ("session_role_is_superuser", "true", "Role"),
  ]

  @Test func namesWhatIsWrongAndItsFix() async throws {
    let sound = try await Desk.connect(service: "mira").settings()
    #expect(DatabaseChecks(settings: sound).all.allSatisfy { $0.verdict != .bad })
    for (setting, value, subject) in Self.wrongs {
      let settings = sound.merging([setting: value]) { $1 }
      let wrong = DatabaseChecks(settings: settings).all.filter { $0.verdict == .bad }
      #expect(wrong.map(\.subject) == [subject], "\(setting)")
      #expect(wrong.allSatisfy { $0.fix?.isEmpty == false })
    }
  }

  @Test(arguments: [
    ("", ["Backup notice"]), ("created 2020-01-01T00:00:00Z old.tar.gz", ["Backup bad", "Restore notice"]),
    ("created NOW new.tar.gz", ["Backup good", "Restore notice"]),
    ("created NOW a b.tar.gz\nverified NOW a b.tar.gz", ["Backup good", "Restore good"]),
    ("verified 2020-01-01T00:00:00Z old.tar.gz\ncreated NOW new.tar.gz", ["Backup good", "Restore bad"]),
    ("nonsense\ncreated then new.tar.gz", ["Backup notice"]),
  ])
  func readsTheLogOfTheBackups(log: String, verdicts: [String]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "plumbline-backups-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try log.replacing("NOW", with: Moment.iso(Date()))
      .write(to: folder.appending(path: "log"), atomically: true, encoding: .utf8)
    let checks = BackupLog(in: folder.path).checks
    #expect(checks.map { "\($0.subject) \($0.verdict)" } == verdicts)
  }

  @Test func aNameThatTheDaemonDoesNotAnswerToIsToldApartFromSilence() async throws {
    let port = try #require(scratch.url.port)
    for (address, words) in [("http://0.0.0.0:\(port)", "its Host must match"), ("http://127.0.0.1:9", "systemctl")] {
      let run = try await scratch.run(
        ["doctor", "--json"], as: .mira, environment: ["PLUMBLINE_PUBLIC_URL": address])
      #expect(run.status == 1)
      #expect(run.text.contains(words), "\(run.text)")
    }
  }

  @Test func sendsItselfAMailThroughTheMailSystem() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "doctor-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let taken = folder.appending(path: "mail")
    let settings = [
      "PLUMBLINE_MAIL_FROM": "desk@example.org", "PLUMBLINE_MAIL_RETURN": "returns@example.org",
      "PLUMBLINE_SENDMAIL": "sh -c '{ echo \"$*\"; cat; } >\(taken.path)' sendmail",
    ]
    let run = try await scratch.run(
      ["doctor", "--mail", "--width", "500"], as: .operator, environment: settings)
    #expect(run.status == 0 && run.text.contains("see whether it arrives at desk@example.org"), "\(run.text)")
    let mail = try String(contentsOf: taken, encoding: .utf8)
    #expect(mail.hasPrefix("-i -f returns@example.org -- desk@example.org\n"), "\(mail)")
    #expect(mail.contains("Subject: Plumbline: mail arrives\n") && mail.contains("To: <desk@example.org>\n"))
    let refused = try await scratch.run(
      ["doctor", "--mail", "--width", "500"], as: .operator,
      environment: settings.merging(["PLUMBLINE_SENDMAIL": "false"]) { $1 })
    #expect(refused.status == 1 && refused.text.contains("did not take it (exit status 1)"), "\(refused.text)")
    let unset = try await scratch.run(["doctor", "--mail", "--width", "500"], as: .operator)
    #expect(unset.status == 0 && unset.text.contains("set PLUMBLINE_MAIL_FROM="), "\(unset.text)")
    let wrong = try await scratch.run(
      ["doctor", "--mail", "--width", "500"], as: .operator,
      environment: settings.merging(["PLUMBLINE_MAIL_RETURN": "Desk <desk@example.org>"]) { $1 })
    #expect(wrong.status == 1 && wrong.text.contains("PLUMBLINE_MAIL_RETURN is no address"), "\(wrong.text)")
  }

  private func report(_ arguments: [String]) async throws -> [[String: Any]] {
    let run = try await scratch.run(["doctor", "--json"] + arguments)
    #expect(run.status == 0, "\(run.errorText)")
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [[String: Any]])
  }
}
