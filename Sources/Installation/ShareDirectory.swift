import Clinical
import Foundation
import JSON
import Records

/// Finds the product's data files: `PLUMBLINE_SHARE`, else `../share/plumbline` of the executable, else the checkout.
package enum ShareDirectory {
  /// The folder that holds `content`, `migrations`, `views` and `functions`.
  package static func locate() throws -> URL {
    if let path = ProcessInfo.processInfo.environment["PLUMBLINE_SHARE"], !path.isEmpty {
      return URL(filePath: path, directoryHint: .isDirectory)
    }
    let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let installed = executable.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "share/plumbline")
    let here = URL(filePath: FileManager.default.currentDirectoryPath)
    let checkouts = [executable, here].flatMap(ancestors).map { $0.appending(path: "sql") }
    guard let found = ([installed] + checkouts).first(where: isShare) else {
      throw Refusal.notFound(kind: "data files; set PLUMBLINE_SHARE to the folder that holds `content`")
    }
    return found
  }

  /// The command by which PostgreSQL's superuser makes the roles and their limits, and registers the SQL files of this
  /// release.
  package static func setupCommand() throws -> String {
    let folder = try locate().path
    return "psql --set ON_ERROR_STOP=1 --set folder=\(folder) --file \(folder)/setup.sql DATABASE"
  }

  /// Returns the files of the content that this program brings along, by name without extension.
  package static func contentFiles() throws -> [String: [UInt8]] { try contentFiles(in: locate()) }

  /// Loads the content that this program brings along, `content/*.json`: for new records. `Desk.content` gives the
  /// version that an older one was made with.
  package static func contentPack() throws -> ContentPack {
    try ContentPack(files: contentFiles(in: try locate()))
  }

  /// Returns the version of the content that this program brings along, without loading the rest of it.
  package static func contentVersion() throws -> String {
    let file = try locate().appending(path: "content/pack.json")
    guard let version = try JSON(parsing: Array(Data(contentsOf: file)))["version"]?.string else {
      throw Refusal.notFound(kind: "version in \(file.path)")
    }
    return version
  }

  /// Returns the number of the newest migration that this program brings along.
  package static func schemaVersion() throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: locate().appending(path: "migrations").path)
      .count { $0.hasSuffix(".sql") }
  }

  /// Returns the JSON documents of the content, by file name without extension.
  static func contentFiles(in share: URL) throws -> [String: [UInt8]] {
    let folder = share.appending(path: "content")
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
      throw Refusal.notFound(kind: "content in \(share.path)")
    }
    var files: [String: [UInt8]] = [:]
    for name in names where name.hasSuffix(".json") {
      files[String(name.dropLast(5))] = Array(try Data(contentsOf: folder.appending(path: name)))
    }
    return files
  }

  private static func isShare(_ folder: URL) -> Bool {
    ["content", "migrations"].allSatisfy { FileManager.default.fileExists(atPath: folder.appending(path: $0).path) }
  }

  private static func ancestors(of url: URL) -> [URL] {
    var folders: [URL] = []
    var folder = url
    // The path is relative where the working directory is gone, or lies outside of a chroot.
    while folder.path.hasPrefix("/"), folder.path != "/" {
      folders.append(folder)
      folder.deleteLastPathComponent()
    }
    return folders
  }
}
