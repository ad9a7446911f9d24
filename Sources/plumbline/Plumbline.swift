import CommandLine
import Foundation

@main
enum Main {
  /// The bytes of the arguments. The library replaces those that are not UTF-8.
  private static var arguments: [[UInt8]] {
    let words = UnsafeBufferPointer(start: Swift.CommandLine.unsafeArgv, count: Int(Swift.CommandLine.argc))
    return words.dropFirst().compactMap { word in
      word.map { Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) }
    }
  }

  static func main() async {
    exit(await CommandLineTool.run(arguments))
  }
}
