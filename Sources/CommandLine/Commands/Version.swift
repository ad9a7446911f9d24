import ArgumentParser
import Clinical
import Installation
import JSON

enum Version {
  static let text = "1.0.0"
}

struct VersionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: "Print the versions of program and clinical content.")

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let content = try ShareDirectory.contentVersion()
    var report = Report()
    report.fact("plumbline", Version.text)
    report.fact("content", content)
    try global.console().show(["version": .string(Version.text), "content_version": .string(content)], report)
  }
}
