import ArgumentParser
import Clinical
import Foundation
import JSON

struct ConfigGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Your settings, and where each comes from.",
    subcommands: [ConfigList.self, ConfigSet.self, ConfigPath.self])
}

struct ConfigList: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Every setting with its source.")

  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.console(listing: listing).list(
      CommandLineSettings.entries,
      [
        Column("name", "Setting", value: { .string($0.name) }, shown: { StyledText($0.name, .bold) }),
        Column("value", "Value", value: { JSON($0.value?.text) }),
        Column(
          "source", "From", value: { .string($0.value?.source ?? "not set") },
          shown: { StyledText($0.value?.source ?? "not set", .dim) }),
        Column("meaning", value: { .string($0.help) }),
      ], nothing: "")
  }
}

struct ConfigSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Change a setting in your own file; an empty value removes it.")

  @Argument(help: "Which, such as PLUMBLINE_PUBLIC_URL.")
  var name: String
  @Argument(help: "To what.")
  var value: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = global.console(writing: writing)
    guard CommandLineSettings.entries.contains(where: { $0.name == name && name.hasPrefix("PLUMBLINE_") }) else {
      throw CommandError(.usage, "there is no setting “\(name)” to write down.", next: "plumbline config list")
    }
    guard !value.contains(where: \.isNewline) else {
      throw CommandError(.usage, "a setting is one line.", next: "Try again.")
    }
    let path = SettingSources.userFile
    guard !console.dryRun else { return try console.wouldDo("write \(name) to \(path)") }
    let old = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let kept = old.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("\(name)=") }.map(String.init)
    let lines = kept + (value.isEmpty ? [] : ["\(name)=\(value)"])
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try OutputFile(path: path).write(Array((lines.joined(separator: "\n") + "\n").utf8))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    try console.say(
      ["name": .string(name), "value": .string(value), "file": .string(path)], "\(name) written to \(path).")
  }
}

struct ConfigPath: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "The files that are read, the first one first.")

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let files = [SettingSources.userFile, SettingSources.systemFile]
    let console = global.console()
    try console.emit(console.isForPrograms ? JSON(files).text() + "\n" : files.map { $0 + "\n" }.joined())
  }
}
