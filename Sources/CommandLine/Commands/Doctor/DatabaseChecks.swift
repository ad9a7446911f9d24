import Clinical
import Foundation
import Installation

/// Judges what the database says about itself.
struct DatabaseChecks {
  let settings: [String: String]

  var all: [Checkup] {
    [release, schema, content, clock, durability, logging, roles, limits, role, ownSettings].compactMap { $0 }
  }

  /// The releases of one day; earlier ones have holes that were mended since (postgresql.org/support/security).
  private static let leastMinor = [15: 20, 16: 16, 17: 12, 18: 6]

  private var release: Checkup? {
    guard let number = settings["server_version_num"].flatMap(Int.init) else { return nil }
    let (major, minor) = (number / 10_000, number % 10_000)
    guard major >= 15 else {
      return .bad("PostgreSQL", "\(major).\(minor) is too old", mend: "PostgreSQL 15 or later is needed")
    }
    guard let least = Self.leastMinor[major], minor < least else { return .good("PostgreSQL", "\(major).\(minor)") }
    return .notice("PostgreSQL", "\(major).\(minor) lacks security releases", mend: "apt upgrade postgresql-\(major)")
  }

  private var schema: Checkup? {
    guard let version = settings["schema_version"].flatMap(Int.init), let ours = try? ShareDirectory.schemaVersion()
    else { return nil }
    if version == ours { return .good("Schema", "version \(version)") }
    return .bad(
      "Schema", "the database has version \(version), this program \(ours)",
      mend: version < ours ? "plumbline migrate up, as the operator" : "install the newer program")
  }

  private var content: Checkup? {
    guard let version = settings["content_version"], let ours = try? ShareDirectory.contentPack().version,
      version != ours
    else { return nil }
    return .bad(
      "Content", "the database has version \(version), this program \(ours)",
      mend: "plumbline migrate up, as the operator")
  }

  /// Links expire, and entries of the audit are dated, by the database's clock.
  private var clock: Checkup? {
    guard let theirs = settings["clock"].flatMap(Double.init) else { return nil }
    let apart = abs(Date().timeIntervalSince1970 - theirs)
    let detail = "the database's and this computer's are \(Int(apart.rounded())) s apart"
    if apart < 5 { return .good("Clock", "the database's and this computer's agree") }
    let mend = "timedatectl set-ntp true, on both"
    return apart < 60 ? .notice("Clock", detail, mend: mend) : .bad("Clock", detail, mend: mend)
  }

  private var durability: Checkup {
    let off = ["fsync", "full_page_writes", "synchronous_commit"].filter { settings[$0] == "off" }
    return off.isEmpty
      ? .good("Durability", "what is saved survives a power cut")
      : .bad(
        "Durability", "\(off.joined(separator: ", ")) off",
        mend: "set \(off.joined(separator: ", ")) = on in postgresql.conf")
  }

  /// A client's words must never reach the server's log.
  private var logging: Checkup {
    let wanted = [
      "log_error_verbosity": "terse", "log_min_error_statement": "panic", "log_parameter_max_length": "0",
      "log_parameter_max_length_on_error": "0", "log_statement": "none",
    ]
    let wrong = wanted.filter { key, value in settings[key].map { $0 != value } ?? false }.map(\.key).sorted()
    return wrong.isEmpty
      ? .good("Log", "no client's data goes into it")
      : .bad(
        "Log", "\(wrong.joined(separator: ", ")) could let a client's data in",
        mend: "psql -f sql/setup.sql, as the superuser")
  }

  /// What each role may, as `sql/setup.sql` makes it.
  private static let powers = [
    "plumbline_owner": "", "plumbline_desk": "", "plumbline_registrar": "createrole", "plumbline_door": "login",
    "plumbline_operator": "login", "plumbline_backup": "login replication",
  ]

  private var roles: Checkup {
    let wrong = Self.powers.filter { settings["role \($0.key)"] != $0.value }.map { name, wanted in
      let found = settings["role \(name)"].map { $0.isEmpty ? "may nothing" : "has \($0)" } ?? "is missing"
      return "\(name) \(found) instead of \(wanted.isEmpty ? "nothing" : wanted)"
    }
    return wrong.isEmpty
      ? .good("Roles", "all \(Self.powers.count), none with more than it needs")
      : .bad("Roles", wrong.sorted().joined(separator: "; "), mend: "psql -f sql/setup.sql, as the superuser")
  }

  /// Without them one slow statement of the public side could hold everybody up.
  private var limits: Checkup {
    let door = settings["own setting of plumbline_door"] ?? ""
    let missing = ["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout", "enable_seqscan"]
      .filter { !door.contains("\($0)=") }
    return missing.isEmpty
      ? .good("Limits", "the daemon's statements end in time")
      : .bad(
        "Limits", "plumbline_door has no \(missing.joined(separator: ", "))",
        mend: "psql -f sql/setup.sql, as the superuser")
  }

  private var role: Checkup? {
    let powers = ["session_role_is_superuser", "session_role_bypasses_row_security"].filter { settings[$0] == "true" }
    return powers.isEmpty
      ? nil : .bad("Role", "this login could read everything", mend: "use a practitioner's own login")
  }

  private var ownSettings: Checkup? {
    let own = settings.filter { $0.key.hasPrefix("own setting of ") }
    let unexpected = own.filter {
      $0.key != "own setting of plumbline_door" && $0.key != "own setting of plumbline_operator"
    }
    guard !unexpected.isEmpty else { return nil }
    return .notice(
      "Role", unexpected.map { "\($0.key): \($0.value)" }.sorted().joined(separator: "; "),
      mend: "ALTER ROLE ... RESET ALL, unless you know why")
  }
}
