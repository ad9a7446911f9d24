import ArgumentParser
import Care
import Clinical
import Records

/// Which of a client's answers go into their record.
struct ClaimOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Fields of the record that take the client's answer, where they differ.", valueName: "a,b"))
  var take: String?
  @Option(help: ArgumentHelp("Fields that stay as the record has them, also empty.", valueName: "a,b"))
  var keep: String?
  @Flag(help: "Take every answer that differs.")
  var takeAll = false
  @Flag(help: "Keep the record as it is.")
  var keepAll = false

  var areGiven: Bool { take != nil || keep != nil || takeAll || keepAll }

  func validate() throws {
    if takeAll && keepAll { throw ValidationError("Choose one of --take-all and --keep-all.") }
  }

  /// Decides on each answer: as the options say; else it is taken if the record lacks it; else a person is asked; else it
  /// is not taken.
  /// - Returns: the answers for the record, and those that nobody has decided on.
  func settle(_ claims: [ClientClaim], _ console: Console) throws -> (taken: [ClientClaim], open: [ClientClaim]) {
    let named = (take: Set(try Client.Detail.list(take)), keep: Set(try Client.Detail.list(keep)))
    if let both = named.take.intersection(named.keep).first {
      throw CommandError(.usage, "\(both.rawValue) cannot be both taken and kept.", next: "Name it once.")
    }
    var taken: [ClientClaim] = []
    var open: [ClientClaim] = []
    for claim in claims {
      if named.take.contains(claim.detail) {
        taken.append(claim)
      } else if named.keep.contains(claim.detail) || keepAll {
        continue
      } else if try takeAll || claim.fillsIn || (console.mayAsk && !console.dryRun && ask(claim, console)) {
        taken.append(claim)
      } else if !console.mayAsk || console.dryRun {
        open.append(claim)
      }
    }
    return (taken, open)
  }

  /// - Throws: exit 2 when the input ends, which is neither yes nor no.
  private func ask(_ claim: ClientClaim, _ console: Console) throws -> Bool {
    var report = Report()
    report.paragraph("\(claim.detail.label) differs.", .bold, marker: StyledText("!", .yellow))
    report.fact("  Record", claim.recorded)
    report.fact("  Client says", claim.claimed)
    console.notes.tell(report.text(width: console.notes.width, colour: console.notes.colour).utf8)
    guard let letter = Prompt(console).letter("[t]ake what the client says, or [k]eep the record:", of: "tk") else {
      throw CommandError(.cancelled, "no answer; nothing was accepted.")
    }
    return letter == "t"
  }
}
