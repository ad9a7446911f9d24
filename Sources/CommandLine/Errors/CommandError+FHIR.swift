import Interchange

extension CommandError {
  init(_ fault: FHIRArrival.Fault, _ path: String) {
    switch fault {
    case .notFHIR:
      self.init(
        .usage, "\(path) is no resource of FHIR in JSON.", why: "Nothing was taken over.",
        next: "Check that it is the right file.")
    case .nothingOfUse:
      self.init(
        .usage, "\(path) has nothing that is taken over.",
        why: "Clients come as Patient, answers to our form as QuestionnaireResponse.",
        next: "Check that it is the right file.")
    }
  }

  init(_ refusal: FHIRRefusal) {
    switch refusal {
    case .nobodysAnswers:
      self.init(.usage, "it does not say whose answers these are.", next: "--client CLIENT    who it is")
    case .answersOfSeveral:
      self.init(
        .usage, "it holds answers of several people, so they cannot all be one client's.",
        next: "Take a file for each, or leave --client out.")
    case .doubtful(let person):
      self.init(
        .changed,
        "\(person.name.isEmpty ? "a Patient without a name" : person.name) is doubtful, so nothing was done.",
        why: person.doubts.map(\.words), next: ["--client CLIENT    who it is", "--also    add them too"])
    }
  }
}
