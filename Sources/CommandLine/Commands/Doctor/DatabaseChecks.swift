import Clinical
import Foundation
import Installation

/// Checks the settings of the database.
struct DatabaseChecks {
  let settings: [String: String]

  var all: [Diagnostic] {
    [release, encoding, schema, content, clock, durability, logging, roles, limits, role, ownSettings, archive]
      .compactMap { $0 } + replicationSlots
  }

  /// The step that gives the roles and the database what they lack.
  private static let setup =
    (try? ShareDirectory.setupCommand()).map { "\($0)    as the superuser" } ?? "run setup.sql as the superuser"

  /// The oldest minor release of each major one without a security hole that was known when this was written
  /// (postgresql.org/support/security).
  private static let leastMinor = [15: 20, 16: 16, 17: 12, 18: 6]

  private var release: Diagnostic? {
    guard let number = settings["server_version_num"].flatMap(Int.init) else { return nil }
    let (major, minor) = (number / 10_000, number % 10_000)
    guard major >= 15 else {
      return .bad("PostgreSQL", "\(major).\(minor) is too old", fix: "PostgreSQL 15 or later is needed")
    }
    guard let least = Self.leastMinor[major], minor < least else { return .good("PostgreSQL", "\(major).\(minor)") }
    return .notice("PostgreSQL", "\(major).\(minor) lacks security releases", fix: "apt upgrade postgresql-\(major)")
  }

  /// Checks that the database can hold every letter, and sorts them as it did when its indexes were made.
  private var encoding: Diagnostic? {
    guard let encoding = settings["encoding"] else { return nil }
    guard encoding == "UTF8" else {
      return .bad("Encoding", "\(encoding), which cannot hold every name", fix: "createdb --encoding=UTF8 another one")
    }
    guard let versions = settings["collation version"] else { return .good("Encoding", encoding) }
    return .bad(
      "Encoding", "the C library sorts otherwise than when the indexes were made: version \(versions)",
      fix: "REINDEX DATABASE, then ALTER DATABASE ... REFRESH COLLATION VERSION, as the superuser")
  }

  /// Checks what the server keeps of its log for readers: it grows until the disk is full when nobody reads.
  private var replicationSlots: [Diagnostic] {
    settings.sorted { $0.key < $1.key }.compactMap { key, value in
      let words = key.split(separator: " ")
      guard words.dropLast().last == "slot", let name = words.last, let bytes = Int(value) else { return nil }
      let isIdle = words.first == "idle"
      guard isIdle || bytes > 1_000_000_000 else { return nil }
      return .bad(
        "WAL", "the replication slot \(name) keeps \(bytes / 1_000_000) MB\(isIdle ? ", and nobody reads it" : "")",
        fix: "let its reader catch up, or select pg_drop_replication_slot('\(name)'), as the superuser")
    }
  }

  /// Checks that WAL reaches the archive, if there is one: until it does, the server keeps all of it.
  private var archive: Diagnostic? {
    settings["failing archive"].map {
      .bad(
        "WAL", "PostgreSQL cannot archive \($0), so its disk fills",
        fix: "its log says why; mend archive_command, or archive_mode = off and a restart")
    }
  }

  private var schema: Diagnostic? {
    guard let version = settings["schema_version"].flatMap(Int.init), let ours = try? ShareDirectory.schemaVersion()
    else { return nil }
    if version == ours { return .good("Schema", "version \(version)") }
    return .bad(
      "Schema", "the database has version \(version), this program \(ours)",
      fix: version < ours ? "plumbline migrate up, as the operator" : "install the newer program")
  }

  private var content: Diagnostic? {
    guard let version = settings["content_version"], let ours = try? ShareDirectory.contentVersion(),
      version != ours
    else { return nil }
    return .bad(
      "Content", "the database has version \(version), this program \(ours)",
      fix: "plumbline migrate up, as the operator")
  }

  /// Checks the clock of the database, by which links expire and entries of the audit are dated.
  private var clock: Diagnostic? {
    guard let theirs = settings["clock"].flatMap(Double.init) else { return nil }
    let apart = abs(Date().timeIntervalSince1970 - theirs)
    let detail = "the database's and this computer's are \(Int(apart.rounded())) s apart"
    if apart < 5 { return .good("Clock", "the database's and this computer's agree") }
    let fix = "timedatectl set-ntp true, on both"
    return apart < 60 ? .notice("Clock", detail, fix: fix) : .bad("Clock", detail, fix: fix)
  }

  private var durability: Diagnostic {
    let off = ["fsync", "full_page_writes", "synchronous_commit"].filter { settings[$0] == "off" }
    return off.isEmpty
      ? .good("Durability", "what is saved survives a power cut")
      : .bad(
        "Durability", "\(off.joined(separator: ", ")) off",
        fix: "set \(off.joined(separator: ", ")) = on in postgresql.conf")
  }

  /// Checks that no client's words can get into the server's log.
  private var logging: Diagnostic {
    let wanted = [
      "log_error_verbosity": "terse", "log_min_error_statement": "panic", "log_parameter_max_length": "0",
      "log_parameter_max_length_on_error": "0", "log_statement": "none",
    ]
    let wrong = wanted.filter { key, value in settings[key].map { $0 != value } ?? false }.map(\.key).sorted()
    return wrong.isEmpty
      ? .good("Log", "no client's data goes into it")
      : .bad(
        "Log", "\(wrong.joined(separator: ", ")) could let a client's data in",
        fix: Self.setup)
  }

  /// The attributes of each role, as `sql/setup.sql` sets them.
  private static let powers = [
    "plumbline_owner": "", "plumbline_desk": "", "plumbline_registrar": "createrole", "plumbline_door": "login",
    "plumbline_operator": "login", "plumbline_outbox": "login",
    "plumbline_backup": "login replication",
  ]

  private var roles: Diagnostic {
    let wrong = Self.powers.filter { settings["role \($0.key)"] != $0.value }.map { name, wanted in
      let found = settings["role \(name)"].map { $0.isEmpty ? "may nothing" : "has \($0)" } ?? "is missing"
      return "\(name) \(found) instead of \(wanted.isEmpty ? "nothing" : wanted)"
    }
    let faults = wrong.sorted() + [settings["faults of memberships"]].compactMap(\.self)
    return faults.isEmpty
      ? .good("Roles", "all \(Self.powers.count), none with more than it needs")
      : .bad("Roles", faults.joined(separator: "; "), fix: "REVOKE what is too much; for what is missing \(Self.setup)")
  }

  /// Checks the settings of each role by their value: the time limits, without which one slow statement could hold up
  /// everybody, and all others.
  private var limits: Diagnostic {
    guard let faults = settings["faults of settings"] else {
      return .good("Limits", "each role has the settings that it was given")
    }
    return .bad("Limits", faults, fix: Self.setup)
  }

  private var role: Diagnostic? {
    let powers = ["session_role_is_superuser", "session_role_bypasses_row_security"].filter { settings[$0] == "true" }
    return powers.isEmpty
      ? nil : .bad("Role", "this login could read everything", fix: "use a practitioner's own login")
  }

  private var ownSettings: Diagnostic? {
    let own = settings.filter { $0.key.hasPrefix("own setting of ") }
    guard !own.isEmpty else { return nil }
    return .notice(
      "Role", own.map { "\($0.key): \($0.value)" }.sorted().joined(separator: "; "),
      fix: "ALTER ROLE ... RESET ALL, unless you know why")
  }
}
