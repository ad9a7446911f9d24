import Foundation
import IntakePages

/// Serves the intake form. It takes no arguments; `--help` lists its settings.
@main
enum Plumblined {
  static func main() async {
    if CommandLine.arguments.dropFirst().first == "--help" { return printSettings() }
    do {
      let settings = try DaemonSettings(environment: ProcessInfo.processInfo.environment)
      try await IntakeService(settings).run()
    } catch {
      FileHandle.standardError.write(Data("plumblined: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func printSettings() {
    print("plumblined serves the intake form. Its settings are environment variables:\n")
    for row in DaemonSettings.table {
      print("  \(row.name)\(row.unset.isEmpty ? "" : " (\(row.unset))")\n      \(row.meaning)")
    }
    print("\nLimits:\n")
    for limit in DaemonSettings.limits {
      print("  \(limit.name.padding(toLength: 26, withPad: " ", startingAt: 0))\(limit.unit)")
    }
    print("\nIt finds the database as libpq does: PGSERVICE, PGHOST, PGDATABASE ...")
  }
}
