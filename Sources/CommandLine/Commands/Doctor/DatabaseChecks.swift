import Records

/// Judges what the database says about itself.
struct DatabaseChecks {
  let settings: [String: String]

  var all: [Checkup] { [release, durability, logging, role, ownSettings].compactMap { $0 } }

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
