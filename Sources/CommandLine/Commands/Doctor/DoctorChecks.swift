import Clinical
import Foundation
import Installation
import Records

/// The checks of `plumbline doctor`.
enum DoctorChecks {
  static func content() -> Diagnostic {
    do {
      let pack = try ShareDirectory.contentPack()
      return .good(
        "Content", "version \(pack.version): \(pack.questions.count) questions, \(pack.items.count) home-care items")
    } catch {
      return .bad("Content", "it cannot be read", fix: "plumbline content check    names every fault")
    }
  }

  /// Checks the fonts that are used when the first one lacks a character, which is printed as [U+XXXX] without them.
  static func fonts() -> Diagnostic {
    let packages = [
      ("fonts-lato", "/usr/share/fonts/truetype/lato", "Latin, Greek and Cyrillic"),
      ("fonts-noto-core", "/usr/share/fonts/truetype/noto", "Arabic, Hebrew, Devanagari and Thai"),
      ("fonts-noto-cjk", "/usr/share/fonts/opentype/noto", "Chinese, Japanese and Korean"),
      ("fonts-symbola", "/usr/share/fonts/truetype/ancient-scripts", "emoji and symbols"),
    ]
    let missing = packages.filter { !FileManager.default.fileExists(atPath: $0.1) }
    guard !missing.isEmpty else { return .good("Fonts", "every script is covered") }
    return .notice(
      "Fonts", "none for \(missing.map(\.2).joined(separator: "; ")): such letters are printed as [U+XXXX]",
      fix: "apt install \(missing.map(\.0).joined(separator: " "))")
  }

  static func disk() -> Diagnostic {
    let path = FileManager.default.fileExists(atPath: "/var/lib/postgresql") ? "/var/lib/postgresql" : "/"
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: path)
    let free = (attributes?[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
    let gigabytes = "\(free / 1_000_000_000) GB free at \(path)"
    return free > 2_000_000_000
      ? .good("Disk", gigabytes) : .bad("Disk", gigabytes, fix: "make room: PostgreSQL stops when the disk is full")
  }

  /// Checks the connection and what this login may see: a therapist their own name, the operator the schema.
  static func database(service: String?) async -> [Diagnostic] {
    do {
      let desk = try await Desk.connect(service: service)
      if let me = try? await desk.whoAmI() {
        let role = me.isOwner ? ", owner" : ""
        let connected = Diagnostic.good("Database", "connected as \(me.displayName) of \(me.practiceName)\(role)")
        return [connected] + DatabaseChecks(settings: try await desk.settings()).all
      }
      let pending = try await Migrator(Operator(desk.database), share: try ShareDirectory.locate()).pending().count
      let steps: Diagnostic =
        pending == 0
        ? .good("Migrations", "all applied")
        : .bad("Migrations", "\(pending) steps are not applied", fix: "plumbline migrate up")
      let settings = try await Operator(desk.database).settings()
      return [.good("Database", "connected as the operator"), steps, try await logins(Operator(desk.database))]
        + DatabaseChecks(settings: settings).all
    } catch let failure as ConnectionFailure {
      return [.bad("Database", failure.message, fix: "plumbline help environment    says how it is found")]
    } catch {
      return [
        .bad(
          "Database", "connected, but this login is neither a therapist's nor the operator's",
          fix: "plumbline practitioner add, as the operator")
      ]
    }
  }

  private static func logins(_ operator: Operator) async throws -> Diagnostic {
    guard let fault = try await `operator`.loginFault() else {
      return .good("Logins", "a therapist's can be opened and closed")
    }
    return .bad("Logins", fault, fix: "\(try ShareDirectory.setupCommand())    as the superuser")
  }

  /// Asks for the health of the intake pages at the address that clients use.
  static func daemon(_ settings: CommandLineSettings) -> Diagnostic {
    guard let site = try? PublicSite(settings) else {
      return .notice(
        "Intake pages", "their address is not known", fix: "export PLUMBLINE_PUBLIC_URL=https://intake.example.org")
    }
    let curl = Process()
    curl.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    curl.arguments = ["curl", "--fail", "--silent", "--max-time", "5", "--output", "/dev/null", site.health]
    curl.standardError = FileHandle.nullDevice
    guard (try? curl.run()) != nil else { return .notice("Intake pages", "not asked", fix: "apt install curl") }
    curl.waitUntilExit()
    switch curl.terminationStatus {
    case 0: return .good("Intake pages", "answer at \(site.health)")
    case 127: return .notice("Intake pages", "not asked: curl is missing", fix: "apt install curl")
    case 6:
      return .bad(
        "Intake pages", "the name in \(site.health) is not known to the network",
        fix: "check the spelling of PLUMBLINE_PUBLIC_URL, and the DNS")
    case 7:
      return .bad("Intake pages", "nothing listens at \(site.health)", fix: "systemctl status plumblined")
    case 22:
      return .bad(
        "Intake pages", "\(site.health) refuses", fix: "check PLUMBLINE_PUBLIC_URL of the daemon: its Host must match")
    case 28: return .bad("Intake pages", "\(site.health) does not answer in time", fix: "systemctl status plumblined")
    default: return .bad("Intake pages", "no answer at \(site.health)", fix: "systemctl status plumblined")
    }
  }
}
