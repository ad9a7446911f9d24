import CommandLine
import Foundation

@main
enum Main {
  static func main() async {
    exit(await CommandLineTool.run(Array(Swift.CommandLine.arguments.dropFirst())))
  }
}
