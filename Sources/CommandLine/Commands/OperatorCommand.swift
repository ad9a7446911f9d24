import ArgumentParser
import Records

/// A command of the operator, who manages practices, logins and the schema, and sees no client.
protocol OperatorCommand: AsyncParsableCommand {
  var global: GlobalOptions { get }
  func run(by operator: Operator, _ console: Console) async throws
}

extension OperatorCommand {
  func run() async throws {
    let console = global.console(
      writing: (self as? any OperatorWriting)?.writing, listing: (self as? any OperatorListing)?.listing)
    try await run(by: try await Operator.connect(service: global.connection), console)
  }
}

protocol OperatorWriting: OperatorCommand {
  var writing: WritingOptions { get }
}

protocol OperatorListing: OperatorCommand {
  var listing: ListOptions { get }
}
