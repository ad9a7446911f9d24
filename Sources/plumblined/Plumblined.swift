import Foundation
import IntakePages

/// Serves the intake form. It takes no arguments; `--help` lists its settings.
@main
enum Plumblined {
  static func main() async {
    do {
      if CommandLine.arguments.dropFirst().first == "--help" { return try printSettings() }
      let settings = try DaemonSettings(environment: ProcessInfo.processInfo.environment)
      try await IntakeService(settings).run()
    } catch {
      FileHandle.standardError.write(Data("plumblined: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func printSettings() throws {
    var reader = SettingsReader(environment: [:])
    _ = try DaemonSettings(&reader)
    print("plumblined serves the intake form. Its settings are environment variables:\n")
    for entry in reader.entries {
      print("  \(entry.name)\(entry.unset.isEmpty ? "" : " (\(entry.unset))")\n      \(entry.help)")
    }
    print("\nLimits:\n")
    for limit in DaemonSettings.limits {
      print("  \(limit.name.padding(toLength: 26, withPad: " ", startingAt: 0))\(limit.standard) \(limit.unit)")
    }
    print("\nIt finds the database as libpq does: PGSERVICE, PGHOST, PGDATABASE ...")
  }
}
