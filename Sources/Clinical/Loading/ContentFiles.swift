import JSON

/// The files of a pack, each parsed to one object.
struct ContentFiles {
  let pack: Fields
  let questions: Fields
  let regions: Fields
  let findings: Fields
  let redFlags: Fields
  let hypotheses: Fields
  let homeCare: Fields
  let outcomes: Fields
  let sources: Fields
  let messages: Fields
  let drawings: Fields
  let faults = Fields.Faults()

  static let names = [
    "pack", "questions", "regions", "findings", "redflags", "hypotheses", "homecare", "outcomes", "sources", "messages",
    "drawings",
  ]

  init(_ files: [String: [UInt8]]) {
    let faults = faults
    func parse(_ name: String) -> Fields {
      guard let bytes = files[name] else {
        faults.found.append(.init(file: name, id: name, message: "the file is missing: add \(name).json"))
        return Fields([:], file: name, id: name, faults: faults)
      }
      do throws(JSONFault) {
        return Fields(try JSON(parsing: bytes), file: name, id: name, faults: faults)
      } catch {
        faults.found.append(.init(file: name, id: name, message: "is not JSON: \(error)"))
        return Fields([:], file: name, id: name, faults: faults)
      }
    }
    pack = parse("pack")
    questions = parse("questions")
    regions = parse("regions")
    findings = parse("findings")
    redFlags = parse("redflags")
    hypotheses = parse("hypotheses")
    homeCare = parse("homecare")
    outcomes = parse("outcomes")
    sources = parse("sources")
    messages = parse("messages")
    drawings = parse("drawings")
  }
}
