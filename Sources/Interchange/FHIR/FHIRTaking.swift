import Care
import Clinical
import Records

/// Why nothing is taken over of what FHIR brings along.
package enum FHIRRefusal: Error, Sendable {
  /// A form does not say whose answers it holds.
  case nobodysAnswers
  /// The answers are of several people, so they cannot all be one client's.
  case answersOfSeveral
  /// Somebody whom the practice may know already, or who cannot be a record.
  case doubtful(ArrivingClient)
}

/// Taking over what FHIR brings along. Nothing comes in unless all of it was found right: first the clients, then their
/// intakes.
package struct FHIRTaking: Sendable {
  /// Those who become clients.
  package let people: [ArrivingClient]
  package let forms: [CheckedAnswers]
  /// The place among `people` of whom each form is about; nil when a client was named.
  private let subjects: [Int?]
  private let known: Client?
  private let desk: Desk

  /// - Parameters:
  ///   - known: the client whom all of it is about; nil when those whom it is about come along.
  ///   - doubtful: whether people whom the practice may know already are added, too.
  /// - Throws: `FHIRRefusal`, or `IntakeRefusal.problems` with answers that the form would have refused.
  package init(
    _ arrival: FHIRArrival, about known: Client?, addingDoubtful doubtful: Bool, _ pack: ContentPack, at desk: Desk
  ) async throws {
    let responses = arrival.responses
    forms = try responses.map { try Intakes(at: desk).check($0.answers, pack) }
    if known == nil, responses.contains(where: { $0.patient == nil }) { throw FHIRRefusal.nobodysAnswers }
    if known != nil, Set(responses.map(\.subject)).count > 1 { throw FHIRRefusal.answersOfSeveral }
    var people = known == nil ? arrival.patients.map(\.client) : []
    try await ClientArrivals(at: desk).lookForTwins(of: &people)
    if let doubted = people.first(where: { !$0.doubts.isEmpty && !(doubtful && $0.canBeAdded) }) {
      throw FHIRRefusal.doubtful(doubted)
    }
    self.people = people
    subjects = responses.map(\.patient)
    self.known = known
    self.desk = desk
  }

  /// Adds the people as one change, and then starts the intakes as another: what belongs to a client is shown and
  /// changed once the entry about them in the audit is committed.
  package func take() async throws -> (clients: [Client], intakes: [Intake]) {
    let added = people.isEmpty ? [] : try await ClientArrivals(at: desk).add(people)
    for client in added { _ = try await desk.client("\(client.id)") }
    let intakes = try await desk.transaction {
      var intakes: [Intake] = []
      for (subject, form) in zip(subjects, forms) {
        guard let client = known ?? subject.map({ added[$0] }) else { continue }
        intakes.append(try await Intakes(at: desk).start(for: client, form))
      }
      return intakes
    }
    return (added, intakes)
  }
}
